import { Composer, Lexer, LineCounter, Parser, type CST, type Document } from 'yaml';

interface Parsed {
  readonly documents: readonly Document.Parsed[];
  readonly lines: LineCounter;
  /** Where the text nests deeper than allowed; nothing after it was read. */
  readonly tooDeepAt: number | null;
}

/** Kinds of open things on the parser's stack that are levels of nesting. */
const levels: ReadonlySet<string> = new Set(['block-map', 'block-seq', 'flow-collection']);

/**
 * Takes a YAML text apart without ever nesting deeper than allowed. The library builds its documents by recursion and
 * ends the whole process on a text that is deep enough; its parser before that keeps a stack, which can be watched.
 */
export function parseYaml(text: string, maxDepth: number): Parsed {
  const lines = new LineCounter();
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  for (const word of new Lexer().lex(text)) {
    for (const token of parser.next(word)) tokens.push(token);
    if (parser.stack.length > maxDepth && depthOf(parser) > maxDepth)
      return { documents: [], lines, tooDeepAt: parser.offset };
  }
  for (const token of parser.end()) tokens.push(token);
  // Equal keys are the caller's to find: the library compares every key with every other.
  const composer = new Composer({ uniqueKeys: false, logLevel: 'silent' });
  return { documents: [...composer.compose(tokens)], lines, tooDeepAt: null };
}

function depthOf(parser: Parser): number {
  return parser.stack.filter(({ type }) => levels.has(type)).length;
}
