import { emptyBundle, type Bundle, type BundleDraft, type PlainRecord } from '../../model/bundle';
import type { ImportSource } from '../../model/defineRecord';
import { maxStringLength } from '../../model/field';
import { newRecordId, type Entropy } from '../../model/ids';
import { kinds, type Kind } from '../../model/kinds';
import { orderKeyBetween } from '../../model/orderKeys';
import { importLimits, type ReportEntry, type ReportLevel } from '../importResult';
import type { MermaidWords } from '../words/en/mermaidWords';
import type { ImportWords } from '../words/importWords';
import { DiagramComments } from './diagramComments';
import { decodeEntities } from './decodeEntities';
import type { FoundJourney } from './findJourneys';
import type { Journey, JourneyTask } from './journey';
import { PersonaList } from './personaList';

/** How far a stage reaches beyond its first and last touchpoint. */
const stageMargin = 0.4;
/** Empty places between two diagrams. */
const gapBetweenDiagrams = 2;

/** What mapping needs from the import it belongs to; see `ImportContext`. */
interface MappingContext {
  readonly entropy: Entropy;
  readonly now: number;
  readonly words: ImportWords;
}

/** Maps journeys to one bundle, one after another along the timeline (interchange: Mermaid). */
export class JourneyMapper {
  readonly #bundle: BundleDraft = emptyBundle();
  readonly #report: ReportEntry[];
  readonly #entropy: Entropy;
  readonly #now: number;
  readonly #allWords: ImportWords;
  readonly #words: MermaidWords;
  readonly #personas: PersonaList;
  readonly #usedIds = new Set<string>();
  readonly #descriptions: string[] = [];
  /** How often a name was pointed at in this diagram. */
  readonly #named = new Map<string, number>();
  #diagrams = 0;
  /** The last place on the timeline that is taken. */
  #last = 0;
  #file = '';
  #startLine = 1;

  constructor(report: ReportEntry[], { entropy, now, words }: MappingContext) {
    this.#report = report;
    this.#entropy = entropy;
    this.#now = now;
    this.#allWords = words;
    this.#words = words.mermaid;
    this.#personas = new PersonaList({
      freshId: () => this.#freshId(),
      source: (pointer) => this.#source(pointer),
      tell: (level, message, line) => this.#tell(level, message, line),
      words: this.#words,
    });
  }

  get isEmpty(): boolean {
    return this.#diagrams === 0;
  }

  /** The first kind that has more records than a map can hold; null when all is well. */
  kindOverLimit(): Kind | null {
    const over = kinds.find((kind) => this.#bundle[kind].length > importLimits.recordsOfAKind);
    return over ?? (this.#personas.size > importLimits.recordsOfAKind ? 'personas' : null);
  }

  /** Adds a diagram; one without a task and a section adds nothing. */
  add(journey: Journey, { file, line }: FoundJourney): void {
    if (journey.tasks.length === 0 && journey.sections.length === 0) return;
    this.#file = file;
    this.#startLine = line;
    this.#named.clear();
    const first = this.#diagrams === 0 ? 1 : this.#last + 1 + gapBetweenDiagrams;
    const comments = new DiagramComments(journey, {
      shift: first - 1,
      words: this.#allWords,
      takeId: (stated) => this.#takeId(stated),
      tell: (message, at) => this.#tell('ignored', message, at),
    });
    this.#addHead(journey, comments, first);
    this.#addContent(journey, comments, first);
    for (const kind of kinds) {
      for (const fields of comments.records(kind))
        this.#push(kind, { ...fields, ...this.#origin(`%% cjm ${kind}`) });
    }
    this.#diagrams++;
  }

  finish(): Bundle {
    this.#bundle.personas.push(...this.#personas.records());
    if (this.#descriptions.length > 0) {
      this.#bundle.map = { description: this.#text(this.#descriptions.join('\n\n'), 1), ...this.#bundle.map };
    }
    return this.#bundle;
  }

  #addHead(journey: Journey, comments: DiagramComments, first: number): void {
    const stated = decodeEntities(journey.title).trim() || decodeEntities(journey.accTitle).trim();
    const title =
      stated ||
      journey.frontMatterTitle?.trim() ||
      this.#file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
    if (this.#diagrams === 0) {
      this.#bundle.map = { title: this.#text(title, 1), ...comments.map };
    }
    const accTitle = decodeEntities(journey.accTitle).trim();
    if (accTitle !== '' && accTitle !== title) {
      this.#tell('ignored', this.#words.accTitle({ accTitle, title }), 1);
    }
    const description = decodeEntities(journey.accDescr).trim();
    if (description !== '')
      this.#descriptions.push(this.#diagrams === 0 ? description : `${title}: ${description}`);
    if (this.#diagrams > 0) {
      const message = this.#words.follows({ title, number: this.#diagrams + 1, place: first });
      this.#tell('merged', message, 1);
    }
  }

  #addContent(journey: Journey, comments: DiagramComments, first: number): void {
    const spans = journey.sections.map(() => ({
      from: Number.POSITIVE_INFINITY,
      to: Number.NEGATIVE_INFINITY,
    }));
    const touchpoints: PlainRecord<'touchpoints'>[] = [];
    let at = first;
    let nextEmpty = 0;
    const placeEmptySections = (upTo: number): void => {
      for (; nextEmpty < upTo; nextEmpty++) {
        const span = spans[nextEmpty];
        if (!span || span.from <= span.to || comments.states('stages')) continue;
        span.from = span.to = at++;
        const section = journey.sections[nextEmpty];
        const message = this.#words.emptySection({ name: section?.name.trim() ?? '' });
        this.#tell('guessed', message, section?.line);
      }
    };
    for (const task of journey.tasks) {
      placeEmptySections(task.section);
      const span = spans[task.section];
      if (span) Object.assign(span, { from: Math.min(span.from, at), to: at });
      touchpoints.push(this.#touchpoint(task, at, first, comments));
      nextEmpty = Math.max(nextEmpty, task.section + 1);
      at++;
    }
    placeEmptySections(journey.sections.length);
    for (const touchpoint of touchpoints) this.#push('touchpoints', touchpoint);
    this.#addStages(journey, comments, spans);
    if (!comments.isOwnExport) this.#connect(touchpoints);
    this.#last = Math.max(at - 1, Math.ceil(comments.lastPlace));
  }

  #touchpoint(
    task: JourneyTask,
    at: number,
    first: number,
    comments: DiagramComments,
  ): PlainRecord<'touchpoints'> {
    const title = this.#text(decodeEntities(task.name).trim(), task.line);
    const { id, fields } = comments.of('touchpoints', task.line);
    const personas =
      'personas' in fields ? [] : this.#personas.idsOf(task.actors.map(decodeEntities), task.line);
    const ext = this.#aside(task);
    return {
      id: id ?? this.#freshId(),
      title,
      at,
      offset: (at - first) % 2,
      emotion: this.#emotion(task, title, 'emotion' in fields),
      personas,
      ...(ext === null ? {} : { ext: { mermaid: ext } }),
      ...this.#origin(this.#pointer('tasks', title)),
      ...fields,
    };
  }

  /** Emotion is the score around its middle: 3 is neither good nor bad. What is not stated stays open. */
  #emotion({ score, scoreText, line }: JourneyTask, title: string, isStated: boolean): number | null {
    if (isStated) return null;
    if (scoreText === '') {
      this.#tell('ignored', this.#words.noScore({ title }), line);
      return null;
    }
    if (Number.isNaN(score)) {
      this.#tell('ignored', this.#words.scoreIsNoNumber({ score: scoreText, title }), line);
      return null;
    }
    const emotion = Math.min(2, Math.max(-2, score - 3));
    if (emotion !== score - 3)
      this.#tell('clamped', this.#words.scoreOutside({ score, title, emotion }), line);
    return Math.round(emotion * 1e9) / 1e9;
  }

  /** What the model has no field for, kept for whoever writes Mermaid again. */
  #aside({ score, scoreText, remark }: JourneyTask): Record<string, unknown> | null {
    const isKept = scoreText !== '' && !(score >= 1 && score <= 5);
    if (!isKept && remark === undefined) return null;
    return {
      ...(isKept ? { score: scoreText } : {}),
      ...(remark === undefined ? {} : { remark: decodeEntities(remark) }),
    };
  }

  #addStages(
    journey: Journey,
    comments: DiagramComments,
    spans: readonly { readonly from: number; readonly to: number }[],
  ): void {
    const ruler = journey.sections.length > 0 ? this.#ruler(comments) : null;
    const seen = new Set<string>();
    journey.sections.forEach((section, index) => {
      const span = spans[index];
      const name = this.#text(decodeEntities(section.name).trim(), section.line);
      if (!span || span.from > span.to || comments.namesStage(name)) return;
      if (seen.has(name)) this.#tell('guessed', this.#words.sectionAgain({ name }), section.line);
      seen.add(name);
      const { id, fields } = comments.of('stages', section.line);
      const range = { start: span.from - stageMargin, end: span.to + stageMargin };
      const origin = this.#origin(this.#pointer('sections', name));
      this.#push('stages', { id: id ?? this.#freshId(), ruler, name, ...range, ...origin, ...fields });
    });
  }

  /** The one ruler of the import. None while the diagram states its own: then a stage without one lies on the first. */
  #ruler(comments: DiagramComments): string | null {
    const known = this.#bundle.rulers[0];
    if (known || comments.states('rulers')) return known?.id ?? null;
    const id = this.#freshId();
    const order = orderKeyBetween(null, null, this.#entropy);
    this.#push('rulers', { id, name: this.#words.ruler, order, ...this.#origin('ruler') });
    return id;
  }

  #connect(touchpoints: readonly PlainRecord<'touchpoints'>[]): void {
    for (let i = 1; i < touchpoints.length; i++) {
      const from = touchpoints[i - 1]?.id ?? null;
      const to = touchpoints[i]?.id ?? null;
      const origin = this.#origin(`transitions[${i - 1}]`);
      this.#push('transitions', { id: this.#freshId(), from, to, kind: 'next', ...origin });
    }
  }

  #push<K extends Kind>(kind: K, record: PlainRecord<K>): void {
    (this.#bundle[kind] as PlainRecord<K>[]).push(record);
  }

  /**
   * Names a task or section so that a second import finds it again after others were put in before it. With its place
   * alone, all that follow would take over each other's titles, and what people attached to them.
   */
  #pointer(list: 'tasks' | 'sections', name: string): string {
    const pointer = `${list}[${name.slice(0, 200)}]`;
    const times = (this.#named.get(pointer) ?? 0) + 1;
    this.#named.set(pointer, times);
    return times === 1 ? pointer : `${pointer}#${times}`;
  }

  #origin(pointer: string): { source: ImportSource } {
    return { source: this.#source(`journeys[${this.#diagrams}].${pointer}`) };
  }

  #source(pointer: string): ImportSource {
    return { format: 'mermaid', file: this.#file, pointer, importedAt: this.#now };
  }

  #text(text: string, line: number): string {
    if (text.length <= maxStringLength) return text;
    this.#tell('clamped', this.#words.textCut({ limit: maxStringLength }), line);
    return text.slice(0, maxStringLength);
  }

  #freshId(): string {
    return this.#takeId(newRecordId(this.#entropy));
  }

  /** The stated id while it is free in this import, else a new one. */
  #takeId(stated: string): string {
    let id = stated;
    while (this.#usedIds.has(id)) id = newRecordId(this.#entropy);
    this.#usedIds.add(id);
    return id;
  }

  #tell(level: ReportLevel, message: string, line = 1): void {
    this.#report.push({ level, message, file: this.#file, line: this.#startLine + line - 1 });
  }
}
