import { defineRecord, type RecordOf } from '../defineRecord';
import { choiceField, optionalTextField, referenceField, textField } from '../field';
import { partyFunctions } from './party';

/**
 * One sealed vote (commit and reveal): while the ballot is open only the salted hash is here; the vote itself stays on
 * the voter's device and is published, with its salt, at the reveal.
 */
export const voteDefinition = defineRecord({
  name: 'vote',
  plural: 'votes',
  fields: {
    ballot: referenceField('Which ballot: a ballot id'),
    voter: textField('A token that stands for the voter, not their name'),
    function: choiceField('The voter’s function', partyFunctions),
    hash: textField('SHA-256 of salt and vote, hexadecimal'),
    opened: optionalTextField('The vote as JSON, after the reveal'),
    salt: optionalTextField('Its salt, after the reveal'),
  },
});

export type Vote = RecordOf<typeof voteDefinition>;
