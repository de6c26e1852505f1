import type { PartyFunction } from '../../../model/records/party';
import type { BackstageWords, CutText } from '../en/backstageWords';
import { written } from './written';

/** What is said of Backstage catalogues, in German. */
export const backstageWords: BackstageWords = {
  noEntity: ({ file }) => `${file} ist YAML, enthält aber keinen Eintrag eines Backstage-Katalogs.`,
  tooManyInFile: ({ file, count, limit }) =>
    `${file} enthält ${written(count)} Katalogeinträge; höchstens ${written(limit)} lassen sich lesen.`,
  tooManyEntities: ({ count, limit }) =>
    `Diese Dateien enthalten ${written(count)} Katalogeinträge; höchstens ${written(limit)} lassen sich lesen.`,
  tooManyFlows: ({ files, limit }) =>
    `Aus ${inFiles(files)} würden mehr als ${written(limit)} Datenflüsse, jeder Anbieter einer API mit jedem Abnehmer gerechnet; so viele fasst keine Karte.`,
  nothingUsable: ({ files, why }) =>
    `In ${inFiles(files)} steht kein System, kein Team und keine Person${why === null ? '.' : `: ${why}`}`,
  notAnEntity: ({ line }) =>
    `Der Teil ab Zeile ${line} ist kein Katalogeintrag: Ihm fehlt „kind“ mit „metadata“ oder „spec“.`,
  unusable: ({ kind, line, why }) => {
    const called = kind === '' ? `Der Eintrag in Zeile ${line}` : `Der Eintrag in Zeile ${line} (${kind})`;
    const whys = {
      'no-kind': 'sagt nicht, von welcher Art er ist',
      template: 'ist eine Vorlage mit Platzhaltern, noch kein Katalogeintrag',
      'no-name': 'hat keinen Namen',
    };
    return `${called} ${whys[why]}.`;
  },
  twice: ({ ref }) => `${ref} kommt zweimal vor; übernommen wurde der erste Eintrag.`,
  cut: ({ what, name }) => `${cutTexts[what]} von „${name}“ ist zu lang und wurde gekürzt.`,
  noPlace: ({ name, kind }) => `„${name}“ ist von der Art ${kind}, die auf einer Karte keinen Platz hat.`,
  domain: ({ name, isTag }) =>
    `Die Domain „${name}“ ${isTag ? 'wurde zum Stichwort ihrer Systeme' : 'hat hier kein System, dessen Stichwort sie sein könnte'}; wem sie gehört, wurde nicht übernommen.`,
  misplaced: ({ name, keys }) =>
    `„${name}“ hat ${keys.join(', ')} außerhalb von „spec“, wo der Katalog nicht nachsieht; aufbewahrt, nicht gelesen.`,
  restTooLong: ({ name }) => `Was „${name}“ sonst noch sagt, ist zu lang, um aufbewahrt zu werden.`,
  unsafeLink: ({ name }) =>
    `Ein Link von „${name}“ beginnt weder mit http(s) noch mit mailto und wurde weggelassen.`,
  locations: ({ name, found, all, listed, more }) =>
    `„${name}“ verweist auf andere Dateien, von denen ${written(found)} von ${written(all)} in diesem Import sind; nicht geholt: ${listed.join(', ')}${more > 0 ? ` und ${written(more)} weitere` : ''}.`,
  missing: {
    provides: ({ name, reference }) =>
      `„${name}“ bietet die API „${reference}“ an, die nicht in diesem Import ist.`,
    consumes: ({ name, reference }) =>
      `„${name}“ nutzt die API „${reference}“, die nicht in diesem Import ist.`,
    dependsOn: ({ name, reference }) =>
      `„${name}“ hängt von „${reference}“ ab, das nicht in diesem Import ist.`,
    dependencyOf: ({ name, reference }) =>
      `„${name}“ wird von „${reference}“ gebraucht, das nicht in diesem Import ist.`,
    partOf: ({ name, reference }) => `„${name}“ ist Teil von „${reference}“, das nicht in diesem Import ist.`,
    belongsTo: ({ name, reference }) => `„${name}“ gehört zu „${reference}“, das nicht in diesem Import ist.`,
  },
  notAReference: ({ name, reference }) => `„${reference}“ bei „${name}“ ist kein Verweis.`,
  madeUp: ({ name, type }) =>
    `„${name}“ ist nicht in diesem Import; ${type === 'team' ? 'ein Team' : 'eine Person'} dieses Namens wurde angelegt.`,
  guessedFunction: ({ name, of }) => `„${name}“ wurde ${toFunction[of]} zugerechnet.`,
  functionOfTeam: ({ name, of, team }) => `„${name}“ wurde wie „${team}“ ${toFunction[of]} zugerechnet.`,
  severalTeams: ({ name, first, others }) =>
    `„${name}“ gehört zu mehreren Teams; übernommen wurde nur „${first}“, nicht ${others.join(', ')}.`,
  unknownType: ({ name, type, read }) => {
    const said = type === '' ? 'sagt nicht, von welchem Typ es ist' : `ist vom unbekannten Typ „${type}“`;
    return `„${name}“ ${said}; ${read === '' ? 'die Art blieb offen' : `gelesen wurde es als „${read}“`}.`;
  },
  notSuggested: ({ name, type }) => `„${name}“ ist vom Typ ${type}: angeboten, nicht ungefragt übernommen.`,
  unknownLifecycle: ({ name, lifecycle }) =>
    `Der Lebenszyklus „${lifecycle}“ von „${name}“ hat hier keine Entsprechung; er wurde aufbewahrt und keiner gesetzt.`,
  consumesNoApi: ({ name, reference }) =>
    `„${name}“ nutzt „${reference}“ als API, was keine ist; gelesen wurde es als Datenfluss von dort.`,
  unknownApiType: ({ name, type }) =>
    `Die API „${name}“ ist vom Typ „${type}“; auf welchem Weg ihre Daten reisen, blieb offen.`,
  unusedApi: ({ name, isProvided }) =>
    `Aus der API „${name}“ wird kein Datenfluss: Nichts in diesem Import ${isProvided ? 'nutzt sie' : 'bietet sie an'}.`,
  dependsOn: ({ consumer, provider }) => `„${consumer}“ hängt von „${provider}“ ab`,
  offeredFlow: ({ consumer, provider }) =>
    `„${consumer}“ hängt von „${provider}“ ab: als Datenfluss angeboten, nicht ungefragt übernommen.`,
  links: { source: 'Quelltext', catalogueFile: 'Katalogdatei' },
};

/** After “in” or “aus”. */
function inFiles(files: readonly string[]): string {
  return files.length === 1 ? (files[0] ?? '') : `diesen ${written(files.length)} Dateien`;
}

const cutTexts: { readonly [T in CutText]: string } = {
  name: 'Der Name',
  description: 'Die Beschreibung',
  type: 'Der Typ',
  tag: 'Ein Stichwort',
  domain: 'Die Domain',
  address: 'Die Adresse',
};

const toFunction: { readonly [F in PartyFunction]: string } = {
  marketing: 'dem Marketing',
  it: 'der IT',
  sales: 'dem Vertrieb',
  service: 'dem Service',
  operations: 'dem Betrieb',
  legal: 'der Rechtsabteilung',
  external: 'den Externen',
  other: 'einer anderen Abteilung',
};
