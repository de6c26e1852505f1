import type { CheckTexts } from './texts';

/** What every rule is called, and what would mend it, in German. */
export const germanRules: CheckTexts['rules'] = {
  broken: {
    title: 'Die Geschichte reißt: Was bekannt ist, kommt beim nächsten Kontaktpunkt nicht an',
    mend: 'Einen Datenfluss von einem System, das es weiß, zu einem führen, in dem danach nachgesehen wird, oder beide Kontaktpunkte ein System nutzen lassen.',
  },
  late: {
    title: 'Was bekannt ist, kommt nach der Kundin an',
    mend: 'Den langsamsten Abschnitt des Weges beschleunigen, etwa durch ein Ereignis statt einer nächtlichen Datei.',
  },
  'by-hand': {
    title: 'Was bekannt ist, kommt nur an, weil es jemand von Hand überträgt',
    mend: 'Einen Datenfluss tun lassen, was von Hand geschieht.',
  },
  'not-recognised': {
    title: 'Der Vorgang kommt an, aber niemand erkennt den Menschen',
    mend: 'Ein System oder einen Datenfluss auf dem Weg über den Schlüssel einer der beiden Seiten zusammenführen lassen.',
  },
  'asked-again': {
    title: 'Die Kundin wird noch einmal nach etwas gefragt, das sie schon angegeben hat',
    mend: 'Das Datenobjekt in jeden Datenfluss eines Weges aufnehmen oder einen Weg schaffen, der es mitführt.',
  },
  'asked-twice': {
    title: 'Die Kundin wird zweimal nach demselben gefragt',
    mend: 'Das Datenobjekt einmal erfassen und beim späteren Kontaktpunkt lesen.',
  },
  unavailable: {
    title: 'Ein Kontaktpunkt braucht etwas, das nichts davor erfasst',
    mend: 'Das Datenobjekt an einem früheren Kontaktpunkt erfassen oder hier nicht damit rechnen.',
  },
  'no-owner': {
    title: 'Niemand ist verantwortlich',
    mend: 'Eine Stelle verantwortlich machen.',
  },
  'several-owners': {
    title: 'Mehr als eine Stelle ist verantwortlich',
    mend: 'Sich auf eine einigen; die anderen können zuständig sein, gehört oder informiert werden.',
  },
  'hand-over': {
    title: 'Die Kundin geht von einer Abteilung an eine andere über',
    mend: 'Vereinbaren, was nach der Übergabe bekannt sein muss. Wo der Schritt auch gerissen ist, bringen ihn beide gemeinsam in Ordnung.',
  },
  'no-it-owner': {
    title: 'Niemand aus der IT steht für ein System gerade',
    mend: 'Eine Stelle aus der IT verantwortlich oder zuständig machen.',
  },
  'no-business-owner': {
    title: 'Niemand aus dem Fachbereich steht für ein System gerade',
    mend: 'Eine Stelle aus dem Fachbereich verantwortlich oder zuständig machen.',
  },
  'not-sanctioned': {
    title: 'Die Reise hängt an einem System, das nicht freigegeben ist',
    mend: 'Das System freigeben oder die Kontaktpunkte auf ein freigegebenes umstellen.',
  },
  'not-used': {
    title: 'Ein freigegebenes System dient keinem Kontaktpunkt',
    mend: 'Das System an die Kontaktpunkte hängen, die es nutzen, oder fragen, ob es gebraucht wird.',
  },
  'not-in-catalogue': {
    title: 'Die Reise nutzt ein System, das der Katalog nicht kennt',
    mend: 'Das System in den Katalog eintragen oder mit seinem Eintrag zusammenführen.',
  },
  'no-lawful-basis': {
    title: 'Personenbezogene Daten laufen ohne Rechtsgrundlage',
    mend: 'Die Rechtsgrundlage am Datenfluss angeben oder die personenbezogenen Daten herausnehmen.',
  },
  'no-purpose': {
    title: 'Personenbezogene Daten laufen, ohne dass ein Zweck genannt ist',
    mend: 'Den Zweck am Datenfluss angeben oder die personenbezogenen Daten herausnehmen.',
  },
  'into-not-sanctioned': {
    title: 'Personenbezogene Daten gehen an ein System, das nicht freigegeben ist',
    mend: 'Das System freigeben oder den Datenfluss in einem freigegebenen enden lassen.',
  },
  'not-cleared': {
    title: 'Ein System bekommt Daten, für die es nicht freigegeben ist',
    mend: 'Das System für die Daten freigeben oder sie aus dem Datenfluss herausnehmen.',
  },
  'other-region': {
    title: 'Personenbezogene Daten gehen in eine andere Region',
    mend: 'Die Daten in ihrer Region lassen oder die Grundlage der Übermittlung sichern (DSGVO Art. 44 ff.).',
  },
  'used-before-captured': {
    title: 'Personenbezogene Daten werden verwendet, bevor die Kundin sie angegeben hat',
    mend: 'Das Datenobjekt früher erfassen oder später verwenden.',
  },
  'no-retention': {
    title: 'Nirgends steht, wie lange personenbezogene Daten aufbewahrt werden',
    mend: 'Angeben, wie lange das Datenobjekt aufbewahrt wird.',
  },
  'requirement-without-measure': {
    title: 'Eine Anforderung sagt nicht, woran man sieht, dass sie geholfen hat',
    mend: 'Ein Maß angeben.',
  },
  'requirement-without-date': {
    title: 'Eine Anforderung sagt nicht, bis wann sie gebraucht wird',
    mend: 'Einen Termin angeben.',
  },
  'requirement-unanswered': {
    title: 'Eine Anforderung hat noch keine Antwort',
    mend: 'Die Anforderung annehmen oder mit einem Grund ablehnen.',
  },
  'requirement-overdue': {
    title: 'Eine Anforderung ist überfällig',
    mend: 'Liefern, was gefordert ist, oder einen anderen Termin vereinbaren.',
  },
  'end-deleted': {
    title: 'Etwas wurde mit dem verbunden, was jemand anders gelöscht hatte',
    mend: 'Das Gelöschte zurückholen oder löschen, was damit verbunden wurde.',
  },
  unknown: {
    title: 'Niemand kann sagen, ob die Geschichte weitergeht',
    mend: 'Die Systeme nennen, mit denen der Kontaktpunkt arbeitet, oder angeben, dass er keines braucht.',
  },
};
