import { defineRecord, type RecordOf } from '../defineRecord';
import { choiceField, numberField, referenceField, requiredChoiceField, setField, textField } from '../field';

export const transitionKinds = ['next', 'branch', 'loop', 'channel-change', 'drop-out'] as const;
export type TransitionKind = (typeof transitionKinds)[number];

/** The one kind of step that may lead to no touchpoint; such a step can be nothing else. */
export const leadsNowhere = ['drop-out'] as const satisfies readonly TransitionKind[];

/** How long a customer typically takes, shortest first. */
export const customerTimes = ['at-once', 'minutes', 'hours', 'days', 'weeks'] as const;
export type CustomerTime = (typeof customerTimes)[number];

/** A step of the customer from one touchpoint to another. */
export const transitionDefinition = defineRecord({
  name: 'transition',
  plural: 'transitions',
  fields: {
    from: referenceField('Where it starts: a touchpoint id'),
    to: referenceField('Where it leads: a touchpoint id; none for a drop-out that leads nowhere'),
    kind: requiredChoiceField('What kind of step it is', transitionKinds, 'next'),
    condition: textField('When the customer goes this way'),
    share: numberField('Share of customers who go this way, 0 to 1', 0, 1),
    customerTime: choiceField('How long a customer typically takes', customerTimes),
    personas: setField('Personas who go this way: persona ids; none means all'),
  },
});

export type Transition = RecordOf<typeof transitionDefinition>;
