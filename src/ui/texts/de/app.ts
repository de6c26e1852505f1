import type { TranslationOf } from '../../i18n/createTranslator';
import type { appTexts as original } from '../en/app';

/** Pages, top bar, home screen, notices, in German. */
export const appTexts: TranslationOf<typeof original> = {
  'app.retry': 'Erneut versuchen',
  'app.home': 'Alle Karten',
  'app.bar': 'Leiste der Karte',
  'app.save.saved': 'Gespeichert',
  'app.save.saving': 'Speichert …',
  'app.save.onThisDevice': 'Hier gespeichert',
  'app.save.waiting': {
    one: 'Hier gespeichert · {count} Änderung wartet',
    other: 'Hier gespeichert · {count} Änderungen warten',
  },
  'app.save.notSaved': 'Nicht gespeichert',
  'app.map.title': 'Titel der Karte',
  'app.map.untitled': 'Karte ohne Titel',
  'app.menu.label': 'Menü der Karte',
  'app.menu.import': 'Importieren …',
  'app.menu.export': 'Als Datei sichern',
  'app.menu.duplicate': 'Kopie anlegen',
  'app.menu.deleted': 'Kürzlich gelöscht',
  'app.menu.identity': 'Name und Abteilung',
  'app.theme.label': 'Darstellung',
  'app.theme.system': 'Wie das System',
  'app.theme.light': 'Hell',
  'app.theme.dark': 'Dunkel',
  'app.language.label': 'Sprache',
  'app.panel': 'Details',
  'app.people.title': 'Wer ist da?',
  'app.people.count': { one: 'Wer ist da? {count} Person', other: 'Wer ist da? {count} Personen' },
  'app.people.me': '{name} (ich)',
  'app.people.typing': 'schreibt …',
  'app.people.alone': 'Gerade hat niemand sonst diese Karte offen.',
  'app.identity.title': 'Wer ist da?',
  'app.identity.text': 'Andere auf dieser Karte sehen den Namen und, als Farbe, die Abteilung.',
  'app.identity.name': 'Name',
  'app.identity.function': 'Abteilung',
  'app.identity.save': 'Mitmachen',
  'app.share.button': 'Teilen',
  'app.account.signIn': 'Anmelden',
  'app.account.signOut': 'Abmelden',
  'app.account.signedIn': 'Angemeldet als {name}',
  'app.account.signOutFailed': 'Der Server ist gerade nicht zu erreichen; die Anmeldung besteht weiter.',
  'app.account.failed': 'Die Anmeldung hat nicht geklappt. Die Karten auf diesem Gerät sind, wie sie waren.',
  'app.account.again': 'Noch einmal versuchen',
  'app.account.guest': 'Mit einem Konto sind die eigenen Karten in jedem Browser da.',
  'app.crash.title': 'Etwas ist schiefgegangen',
  'app.crash.text':
    'Das hätte nicht passieren dürfen. Die Karten sind auf diesem Gerät gespeichert und nicht betroffen. Die Seite neu laden, dann geht es weiter.',
  'app.crash.reload': 'Neu laden',
  'app.crash.export': 'Karte als Datei sichern',
  'app.home.title': 'Meine Karten',
  'app.home.new': 'Neue Karte',
  'app.home.import': 'Importieren …',
  'app.home.search': 'Karten suchen',
  'app.home.samples': 'Beispiele zum Anfangen',
  'app.home.sample.collectInStore': 'Online kaufen, im Laden abholen und zurückgeben',
  'app.home.sample.collectInStore.text':
    'Handel, auf Englisch. 12 Kontaktpunkte, 11 Systeme und 3 Stellen, an denen die Geschichte reißt.',
  'app.home.sample.motorClaim': 'Kfz-Schaden: vom Unfall bis zum reparierten Auto',
  'app.home.sample.motorClaim.text':
    'Versicherung, auf Englisch. Verzweigungen, eine Schleife, Handarbeit und ein Absprung.',
  'app.home.empty.title': 'Die ganze Reise, einmal gezeichnet',
  'app.home.empty.text':
    'Marketing und IT auf einer Karte: was die Kundin erlebt, welche Systeme dahinterstehen und wo die Geschichte reißt. Karten liegen auf diesem Gerät; nichts verlässt es, bevor es geteilt wird.',
  'app.home.open': '{title} öffnen',
  'app.home.changed': 'Geändert {when}',
  'app.home.changedBy': 'Geändert {when} von {who}',
  'app.home.actions': 'Aktionen für {title}',
  'app.home.rename': 'Umbenennen',
  'app.home.duplicate': 'Kopie anlegen',
  'app.home.export': 'Als Datei sichern',
  'app.home.delete': 'Löschen',
  'app.home.restore': 'Zurückholen',
  'app.home.deletedTitle': 'Kürzlich gelöscht',
  'app.home.deletedText': 'Gelöschte Karten lassen sich 30 Tage lang wiederherstellen.',
  'app.home.deleteNow': 'Endgültig löschen',
  'app.home.deletedNotice': '„{title}“ wurde gelöscht',
  'app.home.daysLeft': { one: 'noch {count} Tag', other: 'noch {count} Tage' },
  'app.home.state.saved': 'Auf dem Server gespeichert',
  'app.home.state.waiting': 'Änderungen warten auf den Versand',
  'app.home.state.here': 'Nur auf diesem Gerät',
  'app.home.copyOf': 'Kopie von {title}',
  'app.home.noMatch': 'Keine Karte hat „{query}“ im Titel',
  'app.home.noPicture': 'Leere Karte',
  'app.home.storageProblem': 'Dieser Browser kann keine Karten speichern',
  'app.home.storageProblem.text':
    'Arbeiten geht trotzdem, aber was gezeichnet wird, ist beim Schließen der Seite verloren, wenn es nicht als Datei gesichert ist. {why}',
  'app.home.damaged': {
    one: '{count} gespeichertes Stück ließ sich nicht lesen',
    other: '{count} gespeicherte Stücke ließen sich nicht lesen',
  },
  'app.home.exportPieces': 'Unlesbare Stücke sichern',
  'app.home.failed':
    'Das hat nicht geklappt: Der Speicher dieses Browsers hat versagt. Nichts wurde geändert.',
  'app.home.loading': 'Karten werden gesucht …',
  'app.home.skip': 'Weiter zu den Karten',
  'app.page.notFound.title': 'Hier gibt es keine Seite',
  'app.page.notFound.text':
    'Vielleicht ist die Adresse unvollständig. Ein Link zu einer Karte besteht aus /m/ und 22 Buchstaben.',
  'app.page.noSuchMap.title': 'Diese Karte ist nicht zu finden',
  'app.page.noSuchMap.text':
    'Sie ist nicht auf diesem Gerät, und die Adresse allein öffnet sie nicht. Wer sie geteilt hat, kann einen Link schicken.',
  'app.page.offlineUnknown.title': 'Diese Karte ist noch nicht auf diesem Gerät',
  'app.page.offlineUnknown.text':
    'Das erste Öffnen einer geteilten Karte braucht den Server, und der ist gerade nicht zu erreichen.',
  'app.page.deleted.title': 'Diese Karte wurde auf diesem Gerät gelöscht',
  'app.page.deleted.text': 'Sie lässt sich noch wiederherstellen, mit allem, was darauf ist.',
  'app.page.broken.title': 'Diese Karte ließ sich nicht lesen',
  'app.page.broken.text':
    'Was auf diesem Gerät gespeichert ist, ist beschädigt. Nichts wurde überschrieben. Alles, was da ist, lässt sich sichern, lesbar oder nicht, damit jemand hineinsehen kann.',
  'app.page.storage.title': 'Dieser Browser lässt Throughline keine Karten speichern',
  'app.page.storage.text':
    'Private Fenster und strenge Einstellungen können den Speicher abschalten. Den Speicher für diese Seite erlauben oder sie in einem gewöhnlichen Fenster öffnen.',
  'app.page.savePieces': 'Sichern, was da ist',
  'app.page.storageFull.title': 'Auf diesem Gerät ist kein Platz mehr',
  'app.page.storageFull.text':
    'Etwas Platz schaffen und noch einmal versuchen. Nichts Gespeichertes ist verloren.',
  'app.page.storageNewer.title': 'Hier ist eine neuere Version von Throughline am Werk',
  'app.page.storageNewer.text':
    'Ein anderer Tab dieses Browsers nutzt eine neuere Version und hat die gespeicherten Karten übernommen. Diese Seite neu laden, um sie auch hier zu bekommen.',
  'app.page.storageBlocked.title': 'Ein anderer Tab hält die gespeicherten Karten fest',
  'app.page.storageBlocked.text':
    'In diesem Browser ist noch ein Tab mit einer älteren Version von Throughline offen. Ihn schließen und noch einmal versuchen.',
  'app.page.opening': 'Karte wird geöffnet …',
  'app.notice.readOnly':
    'Diese Karte stammt aus einer neueren Version von Throughline. Sie lässt sich hier ansehen und als Datei sichern, aber nicht ändern.',
  'app.notice.update': 'Eine neue Version ist da.',
  'app.notice.updateAction': 'Laden',
  'app.notice.updateElsewhere': 'Ein anderer Tab hat eine neue Version geladen.',
  'app.notice.imported': {
    one: '{count} Eintrag wurde importiert',
    other: '{count} Einträge wurden importiert',
  },
  'app.notice.notFetched': 'Dafür fehlt ein Programmteil auf diesem Gerät. Mit Netz noch einmal versuchen.',
  'app.notice.undo': 'Rückgängig',
  'app.notice.exported': 'Gesichert als {file}',
  'app.notice.refusedFile': '{file} ließ sich nicht öffnen: {why}',
  'app.notice.ended.noSuchMap':
    'Der Server hat diese Karte nicht mehr. Die Arbeit bleibt auf diesem Gerät. Wer die Karte angelegt hat, kann sie noch einmal teilen und einen neuen Link schicken.',
  'app.notice.ended.refused':
    'Der Server hat eine Änderung von hier nicht angenommen. Alles bleibt auf diesem Gerät; zur Sicherheit als Datei sichern.',
  'app.notice.ended.tooBig':
    'Die Karte würde größer, als der Server annimmt. Alles bleibt auf diesem Gerät; zur Sicherheit als Datei sichern.',
  'app.notice.ended.ticketRefused':
    'Der Server hat diese Seite nicht eingelassen, obwohl die Karte offensteht. Die Seite neu laden; alles bleibt auf diesem Gerät.',
  'app.notice.restored':
    'Der Server hat diese Karte aus einer Sicherung zurückgeholt. Was seither geändert wurde, kommt von den Geräten aller zurück, die sie bearbeiten dürfen, sobald sie sie öffnen.',
  'app.notice.ended.purged':
    'Aus dieser Karte wird etwas endgültig entfernt. Gleich ist sie auf dem neuen Stand; was inzwischen getan wird, bleibt erhalten.',
  'app.notice.ended.clientTooOld':
    'Der Server braucht eine neuere Version von Throughline. Die Seite neu laden, um sie zu bekommen; alles bleibt auf diesem Gerät.',
  'app.notice.ended.other': 'Der Server hat die Verbindung beendet. Auf diesem Gerät geht die Arbeit weiter.',
  'app.notice.notSaved.storage-full':
    'Auf diesem Gerät ist kein Platz mehr. Änderungen werden nicht gespeichert. Platz schaffen oder die Karte jetzt als Datei sichern.',
  'app.notice.notSaved.storage-unavailable':
    'Dieser Browser speichert nichts für diese Seite. Beim Schließen sind Änderungen verloren; die Karte als Datei sichern.',
  'app.notice.notSaved.storage-broken':
    'Der Speicher dieses Browsers hat versagt. Die Karte als Datei sichern, dann die Seite neu laden.',
  'app.notice.notSaved.storage-newer':
    'Eine neuere Version von Throughline in einem anderen Tab hat den Speicher übernommen. Die Karte als Datei sichern, dann diese Seite neu laden.',
  'app.notice.damaged': {
    one: '{count} gespeichertes Stück dieser Karte ließ sich nicht lesen. Es wurde beiseitegelegt; nichts wurde überschrieben.',
    other:
      '{count} gespeicherte Stücke dieser Karte ließen sich nicht lesen. Sie wurden beiseitegelegt; nichts wurde überschrieben.',
  },
  'app.notice.notSaved.refused':
    'Der Server hat nicht angenommen, was hier geschrieben wurde. Zur Sicherheit die Karte als Datei sichern.',
  'app.notice.saveFile': 'Als Datei sichern',
  'app.file.damaged': 'was sie zum Zusammenführen enthält, ist beschädigt; als Kopie lässt sie sich öffnen',
  'app.file.newer': 'sie wurde mit einer neueren Version von Throughline gesichert',
  'app.drop.title': 'Ablegen zum Öffnen oder Importieren',
  'app.drop.text': 'Throughline-Dateien, Mermaid-Journeys, Backstage-Kataloge',
  'app.merge.title': 'Diese Karte ist schon da',
  'app.merge.text':
    'Die Datei wurde aus „{title}“ gesichert. Zusammenführen bringt in diese Karte, was in der Datei neu ist; eine Kopie hält beide getrennt.',
  'app.merge.copy': 'Als Kopie öffnen',
  'app.merge.merge': 'Zusammenführen',
};
