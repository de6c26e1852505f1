import { recordDefinitions, type Kind } from '../../../model/kinds';

/** What is said of single lines of a Mermaid journey, in English. */
export const mermaidLineWords = {
  /** Why Mermaid refuses a diagram; stands between a colon and a full stop. */
  problem: {
    beginning: 'The diagram does not begin with “journey”',
    noScore: ({ text }: { readonly text: string }) => `“${text}” has no score`,
    journeyAsTask: '“journey” stands at the beginning of a task',
    openBlock: '“accDescr {” is never closed',
    misplaced: ({ text }: { readonly text: string }) => `“${text}” cannot stand here`,
  },
  /** How a line was read that Mermaid refuses or misreads. */
  repair: {
    beginning: ({ word }: { readonly word: string }) => `“${word}” was read as “journey”`,
    openBlock: '“accDescr {” is never closed; it was read to the end',
    keywordColon: ({ keyword }: { readonly keyword: 'title' | 'section' }) =>
      `“${keyword}:” was read as “${keyword}”`,
    sectionColon: ({ text }: { readonly text: string }) =>
      `The colon in the section “${text}” was kept as text`,
    namelessSection: 'A section without a name was kept',
    marksKept: ({ text }: { readonly text: string }) => `“#” and “;” were kept as text in “${text}”`,
    hashKept: ({ text }: { readonly text: string }) => `“#” was kept as text in “${text}”`,
    semicolonKept: ({ text }: { readonly text: string }) => `“;” was kept as text in “${text}”`,
    semicolonDropped: 'A “;” at the end of the line was dropped',
    wideColon: 'A full-width colon was read as a colon',
    neitherTaskNorSection: ({ text }: { readonly text: string }) =>
      `“${text}” is neither a task nor a section and was left out`,
    fourthField: ({ text }: { readonly text: string }) =>
      `“${text}” stands in a fourth field and was kept aside`,
    /** @param remark empty when there is none */
    actorFirst: ({ actor, title, remark }: ActorFirst) =>
      `“${actor}” was read as the actor of “${title}”${remark === '' ? '' : `, “${remark}” as a remark`}`,
    titleColon: ({ title }: { readonly title: string }) =>
      `The colon in “${title}” was kept as part of the title`,
    decimalComma: ({ text, score }: { readonly text: string; readonly score: number }) =>
      `The score “${text}” was read as ${score}`,
    ofFive: ({ text, score }: { readonly text: string; readonly score: number }) =>
      `The score “${text}” was read as ${score} of 5`,
  },
  /** Of `%% cjm` lines. */
  cjm: {
    notAnObject: 'A “%% cjm” line is not the JSON of an object and was left out',
    /** @param kind as it stands in the JSON */
    unknownKind: ({ kind }: { readonly kind: string }) =>
      `A “%% cjm” line names the unknown kind ${kind} and was left out`,
    badId: 'A “%% cjm” line has an id that cannot be used; a new one was made',
    unfitField: ({ field, why }: { readonly field: string; readonly why: string }) =>
      `“${field}” of a “%% cjm” line was left out: ${why}`,
    noSuchField: ({ kind, field }: { readonly kind: Kind | 'map'; readonly field: string }) =>
      `a ${kind === 'map' ? 'map' : recordDefinitions[kind].name} has no field “${field}”`,
    nothingAfter: 'A “%% cjm” line has no task or section after it and was left out',
    noId: ({ kind }: { readonly kind: Kind }) =>
      `A “%% cjm” line of the kind ${kind} has no id and was left out`,
    idTwice: ({ id }: { readonly id: string }) => `The id “${id}” is used twice; a new one was made`,
    tooFar: ({ field }: { readonly field: string }) =>
      `“${field}” of a “%% cjm” line lies too far out and was left out`,
  },
};

interface ActorFirst {
  readonly actor: string;
  readonly title: string;
  readonly remark: string;
}
