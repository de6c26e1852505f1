import type { Ballot } from '../model/records/ballot';
import type { Vote } from '../model/records/vote';
import { defineCommand, refused } from './command';

/** Opens a sealed vote. Returns its id. */
export const openBallot = defineCommand({
  id: 'ballot.open',
  run({ document }, fields: Partial<Omit<Ballot, 'id' | 'state'>> & { subjects: readonly string[] }) {
    if (fields.subjects.length === 0) return refused('invalid');
    return document.change('ballot.open', (writer) => writer.create('ballots', { ...fields, state: 'open' }));
  },
});

/** Seals a vote: only its salted hash enters the document. A second vote of the same voter replaces the first. */
export const castVote = defineCommand({
  id: 'vote.cast',
  run({ document, journey }, fields: Pick<Vote, 'voter' | 'function' | 'hash'> & { ballot: string }) {
    const { ballots, votes } = journey();
    if (ballots.byId.get(fields.ballot)?.state !== 'open') return refused('not-found');
    const earlier = votes.all.filter((vote) => vote.ballot === fields.ballot && vote.voter === fields.voter);
    return document.change('vote.cast', (writer) => {
      for (const { id } of earlier) writer.remove('votes', id);
      return writer.create('votes', fields);
    });
  },
});

/** Opens one's own vote once the ballot is revealed; anyone can check it against the hash. */
export const openVote = defineCommand({
  id: 'vote.open',
  run({ document, journey }, { vote, opened, salt }: { vote: string; opened: string; salt: string }) {
    if (!journey().votes.byId.has(vote)) return refused('not-found');
    return document.change('vote.open', (writer) => writer.update('votes', vote, { opened, salt }));
  },
});
