import { Composer, Lexer, Parser, type Document, type LineCounter } from 'yaml';

type Parsed =
  | { readonly document: Document.Parsed }
  /** Where the text nests deeper than allowed; nothing after it is read. */
  | { readonly tooDeepAt: number };

/** Kinds of open things on the parser's stack that are levels of nesting. */
const levels: ReadonlySet<string> = new Set(['block-map', 'block-seq', 'flow-collection']);

/**
 * Takes a YAML text apart, document by document, without ever nesting deeper than allowed. The library builds its
 * documents by recursion and ends the whole process on a text that is deep enough; its parser before that keeps a stack,
 * which can be watched. Nobody needs the tokens of a document any more when it is there: a catalogue has thousands.
 *
 * @param lines learns where lines begin, up to the document that was handed out last
 */
export function* parseYaml(text: string, maxDepth: number, lines: LineCounter): Generator<Parsed, void> {
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  // Equal keys are the caller's to find: the library compares every key with every other.
  const composer = new Composer({ uniqueKeys: false, logLevel: 'silent' });
  for (const word of new Lexer().lex(text)) {
    for (const token of parser.next(word)) for (const document of composer.next(token)) yield { document };
    if (parser.stack.length > maxDepth && depthOf(parser) > maxDepth) {
      yield { tooDeepAt: parser.offset };
      return;
    }
  }
  for (const token of parser.end()) for (const document of composer.next(token)) yield { document };
  for (const document of composer.end()) yield { document };
}

function depthOf(parser: Parser): number {
  return parser.stack.filter(({ type }) => levels.has(type)).length;
}
