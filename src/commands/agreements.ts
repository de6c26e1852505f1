import { newRecordId } from '../model/ids';
import { orderKeyBetween } from '../model/orderKeys';
import { defineCommand, refused } from './command';

/** Puts a statement forward that holds once both sides have signed it. Returns its id. */
export const proposeAgreement = defineCommand({
  id: 'agreement.propose',
  run({ document }, { statement, about }: { statement: string; about: readonly string[] }) {
    if (statement.trim() === '') return refused('invalid');
    return document.change('agreement.propose', (writer) =>
      writer.create('agreements', { statement, about }),
    );
  },
});

/** Signs an agreement for a party, with a digest of the facts as they are now. */
export const signAgreement = defineCommand({
  id: 'agreement.sign',
  run({ document, journey }, { id, party, factsDigest }: { id: string; party: string; factsDigest: string }) {
    const agreement = journey().agreements.byId.get(id);
    if (!agreement || !journey().parties.byId.has(party)) return refused('not-found');
    const { entropy } = document;
    const order = orderKeyBetween(agreement.signatures.at(-1)?.order ?? null, null, entropy);
    const others = agreement.signatures.filter((signature) => signature.party !== party);
    const mine = { id: newRecordId(entropy), order, party, signedAt: entropy.now(), factsDigest };
    return document.change('agreement.sign', (writer) =>
      writer.update('agreements', id, { signatures: [...others, mine] }),
    );
  },
});
