import type { FindingKind } from './finding';
import type { Explanation } from './sentences';

/** What every kind of finding means, in German. */
export const explanations: { readonly [K in FindingKind]: Explanation } = {
  broken: {
    customer: 'An dieser Stelle hat das Unternehmen alles vergessen: Die Kundin fängt von vorn an.',
    it: 'Kein Datenfluss in Betrieb führt von dort, wo die Daten liegen, dorthin, wo sie gebraucht werden – auch nicht über andere Systeme.',
  },
  late: {
    customer:
      'Die Kundin ist schneller als ihre Daten: Eine Zeit lang weiß niemand, was sie schon gesagt hat.',
    it: 'Es gibt einen Weg, aber sein langsamster Abschnitt dauert länger, als die Kundin von einem Kontaktpunkt zum nächsten braucht.',
  },
  'by-hand': {
    customer: 'An guten Tagen klappt es: Es hängt daran, dass jemand rechtzeitig abtippt.',
    it: 'Jeder Weg hat einen Abschnitt, den jemand von Hand überträgt. Das wächst nicht mit und macht Fehler.',
  },
  'not-recognised': {
    customer:
      'Der Vorgang ist da, aber niemand weiß, dass er zu dieser Kundin gehört: Sie ist wieder eine Fremde.',
    it: 'Beide Seiten erkennen Menschen an verschiedenen Schlüsseln, und unterwegs führt nichts die beiden zusammen.',
  },
  'asked-again': {
    customer: 'Die Kundin hat das schon gesagt und muss es noch einmal sagen.',
    it: 'Die Angabe wird vorher erfasst, aber kein Weg, der sie mitführt, erreicht ein System, das hier gelesen wird.',
  },
  'asked-twice': {
    customer: 'Auf demselben Weg kommt dieselbe Frage zweimal.',
    it: 'Zwei Kontaktpunkte eines Weges erfassen dasselbe Datenobjekt; die beiden Fassungen können auseinanderlaufen.',
  },
  unavailable: {
    customer: 'Um hier gut zu bedienen, müsste das Unternehmen etwas wissen, das es nicht wissen kann.',
    it: 'Hier wird ein Datenobjekt gebraucht, das kein Kontaktpunkt davor erfasst.',
  },
  'no-owner': {
    customer: 'Wenn hier etwas schiefgeht, fühlt sich im Unternehmen niemand gemeint.',
    it: 'Niemand ist als verantwortlich eingetragen: Niemand entscheidet über Änderungen, Ausfälle oder Daten.',
  },
  'several-owners': {
    customer: 'Zwei Antworten auf eine Frage – oder keine, weil eine Seite auf die andere wartet.',
    it: 'Mehrere sind verantwortlich. Entscheiden muss eine Stelle; die anderen können ausführen oder beraten.',
  },
  'hand-over': {
    customer: 'Ab hier kümmern sich andere; was vorher versprochen wurde, muss nachher bekannt sein.',
    it: 'Mit diesem Schritt wechselt die zuständige Abteilung. Übergaben brauchen Schnittstellen und Absprachen am nötigsten.',
  },
  'no-it-owner': {
    customer: 'Für ein Werkzeug, dem die Kundin begegnet, sorgt niemand für Betrieb und Sicherheit.',
    it: 'Der Fachbereich verantwortet das System allein: Für Betrieb, Sicherheit und Anbindung gibt es in der IT niemanden.',
  },
  'no-business-owner': {
    customer: 'Niemand vertritt, was die Kundin von diesem System braucht.',
    it: 'Die IT verantwortet das System allein: Niemand setzt Prioritäten oder nimmt Änderungen ab.',
  },
  'not-sanctioned': {
    customer:
      'Ein Teil des Erlebnisses hängt an einem Werkzeug, das abgeschaltet werden oder Daten verlieren kann.',
    it: 'Das System ist im Einsatz, ohne dass die IT dahintersteht: keine Unterstützung, keine Prüfung, kein Ausstieg.',
  },
  'not-used': {
    customer: 'Hier fließt Geld in etwas, dem die Kundin nie begegnet – oder die Karte zeigt nicht, wo.',
    it: 'Ein offizielles System dient keinem Kontaktpunkt dieser Reise. Es kann weg, oder auf der Karte fehlt etwas.',
  },
  'not-in-catalogue': {
    customer: 'Der Weg der Kundin hängt an einem System, über das niemand Buch führt.',
    it: 'Das System wird genutzt und fehlt im Katalog: Schatten-IT, oder es fehlt ein Eintrag.',
  },
  'no-lawful-basis': {
    customer: 'Niemand kann der Kundin sagen, warum ihre Daten hier weitergegeben werden dürfen.',
    it: 'Personenbezogene Daten brauchen eine Rechtsgrundlage nach Art. 6 DSGVO; es ist keine eingetragen.',
  },
  'no-purpose': {
    customer: 'Niemand kann der Kundin sagen, wofür ihre Daten weitergegeben werden.',
    it: 'Personenbezogene Daten dürfen nur für festgelegte Zwecke verarbeitet werden (Art. 5 Abs. 1 lit. b DSGVO); es ist keiner eingetragen.',
  },
  'into-not-sanctioned': {
    customer: 'Persönliche Angaben landen in einem Werkzeug, das niemand geprüft hat.',
    it: 'Ein Datenfluss bringt personenbezogene Daten in ein System, das die IT nur duldet oder nicht kennt.',
  },
  'not-cleared': {
    customer: 'Vertrauliches liegt dort, wo es schlechter geschützt ist, als es sein müsste.',
    it: 'Die Daten sind höher eingestuft, als das empfangende System freigegeben ist.',
  },
  'other-region': {
    customer: 'Die Daten der Kundin gehen an einen Ort, an dem andere Regeln sie schützen.',
    it: 'Eine Übermittlung in eine andere Region braucht eigene Gründe (Kapitel V DSGVO) und sollte vermieden werden.',
  },
  'used-before-captured': {
    customer:
      'Das Unternehmen verwendet etwas, das die Kundin noch gar nicht gesagt hat: Das überrascht bestenfalls.',
    it: 'Personenbezogene Daten werden an einem Kontaktpunkt gebraucht, bevor einer sie erfasst. Woher kommen sie?',
  },
  'no-retention': {
    customer: 'Niemand kann der Kundin sagen, wann ihre Daten gelöscht werden.',
    it: 'Ohne Aufbewahrungsfrist lässt sich nichts rechtzeitig löschen (Art. 5 Abs. 1 lit. e DSGVO).',
  },
  'requirement-without-measure': {
    customer: 'Niemand wird sagen können, ob es für die Kundin besser geworden ist.',
    it: 'Ohne Messgröße lässt sich nicht prüfen, wann es fertig ist.',
  },
  'requirement-without-date': {
    customer: 'Niemand weiß, wann es für die Kundin besser wird.',
    it: 'Ohne Termin lässt es sich gegen nichts anderes einplanen.',
  },
  'requirement-unanswered': {
    customer: 'Was der Kundin helfen würde, wartet auf eine Antwort.',
    it: 'Jemand fragt und hat weder ja noch nein gehört. Auch ein begründetes Nein ist eine Antwort.',
  },
  'requirement-overdue': {
    customer: 'Was der Kundin schon helfen sollte, ist noch nicht da.',
    it: 'Der Termin ist vorbei: liefern, einen neuen vereinbaren oder begründet ablehnen.',
  },
  'end-deleted': {
    customer: 'Noch nichts: Zwei haben die Karte gleichzeitig geändert und einander nicht gesehen.',
    it: 'Eine Beziehung zeigt auf einen Eintrag, der schon gelöscht war. Den Eintrag zurückholen oder die Beziehung löschen.',
  },
};
