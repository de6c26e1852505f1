import type { Agreement } from '../../model/records/agreement';
import type { Requirement } from '../../model/records/requirement';
import type { Collection, Journey } from '../../model/resolve';
import { says, type LensKind, type LensSays, type LensWorld } from './lens';

/** Where the two sides are at one, where they are not, and what is still open between them (LENS-18). */
export function alignmentLens({ journey }: LensWorld, _kind: LensKind, id: string): LensSays {
  const requirements = journey.relations.requirementsBySubject.get(id) ?? [];
  return (
    disagreement(requirements) ??
    openQuestion(journey, id) ??
    asked(requirements) ??
    ballot(journey, id, 'open') ??
    agreement(journey, id, false) ??
    answered(requirements) ??
    agreement(journey, id, true) ??
    ballot(journey, id, 'revealed') ??
    says('nothing-said', { emphasis: 'dim' })
  );
}

function first(
  mark: 'disagreed' | 'asked' | 'answered',
  among: readonly Requirement[],
  emphasis: 'plain' | 'strong',
): LensSays | null {
  const [one, ...others] = among;
  if (!one) return null;
  return says(mark, { name: one.what, value: one.state, count: among.length, more: others.length, emphasis });
}

function disagreement(requirements: readonly Requirement[]): LensSays | null {
  return first(
    'disagreed',
    requirements.filter(({ state }) => state === 'declined'),
    'strong',
  );
}

function asked(requirements: readonly Requirement[]): LensSays | null {
  return first(
    'asked',
    requirements.filter(({ state }) => state === 'proposed'),
    'strong',
  );
}

function answered(requirements: readonly Requirement[]): LensSays | null {
  return first(
    'answered',
    requirements.filter(({ state }) => state !== 'declined' && state !== 'proposed'),
    'plain',
  );
}

function openQuestion(journey: Journey, id: string): LensSays | null {
  const threads = membersBySubject(journey.commentThreads, ({ subject }) => [subject ?? '']).get(id) ?? [];
  const open = threads.filter(({ resolvedAt }) => resolvedAt === null).length;
  return open === 0 ? null : says('question', { count: open, emphasis: 'strong' });
}

function ballot(journey: Journey, id: string, state: 'open' | 'revealed'): LensSays | null {
  const [one, ...others] = (
    membersBySubject(journey.ballots, ({ subjects }) => subjects).get(id) ?? []
  ).filter((candidate) => (candidate.state === 'revealed') === (state === 'revealed'));
  if (!one) return null;
  const about = { name: one.question, count: others.length + 1, more: others.length };
  return state === 'open'
    ? says('ballot-open', { ...about, emphasis: 'strong' })
    : says('revealed', { ...about, emphasis: 'plain' });
}

function agreement(journey: Journey, id: string, signed: boolean): LensSays | null {
  const all = membersBySubject(journey.agreements, ({ about }) => about).get(id) ?? [];
  const [one, ...others] = all.filter((candidate) => isSigned(journey, candidate) === signed);
  if (!one) return null;
  const about = { name: one.statement, count: others.length + 1, more: others.length };
  return signed
    ? says('agreed', { ...about, emphasis: 'plain' })
    : says('waiting', { ...about, emphasis: 'strong' });
}

/** Whether somebody of marketing and somebody of IT have signed: only then a statement holds (model.md, “agreement”). */
export function isSigned(journey: Journey, { signatures }: Agreement): boolean {
  const functions = new Set(signatures.map(({ party }) => journey.parties.byId.get(party)?.function));
  return functions.has('marketing') && functions.has('it');
}

const bySubject = new WeakMap<Collection<unknown>, ReadonlyMap<string, readonly unknown[]>>();

/** Records by what they are about; made once for as long as their collection lasts. */
function membersBySubject<T>(
  collection: Collection<T>,
  subjects: (member: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const known = bySubject.get(collection) as ReadonlyMap<string, readonly T[]> | undefined;
  if (known) return known;
  const made = new Map<string, T[]>();
  for (const member of collection.all) {
    for (const subject of subjects(member)) {
      const members = made.get(subject);
      if (members) members.push(member);
      else made.set(subject, [member]);
    }
  }
  bySubject.set(collection, made);
  return made;
}
