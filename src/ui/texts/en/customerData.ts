/** What of the customer arrives at a touchpoint or over a step, and who the customer is on the way. */
export const customerDataTexts = {
  'customerData.here': 'What is known of the customer here',
  'customerData.over': 'What is known of the customer over this step',
  'customerData.state.carried': 'arrives here',
  'customerData.state.asked-again': 'asked again: known already, and does not arrive',
  'customerData.state.asked-twice': 'asked a second time, the first time at',
  'customerData.state.unavailable': 'nobody captures it on the way here',
  'customerData.state.used-before-captured': 'used before it is captured at',
  'customerData.state.unclear': 'nobody can say: a system is not named yet',
  'customerData.state.other-way': 'arrives, but not over this step',
  'customerData.way': 'The way of {name}',
  'customerData.stops': 'does not reach',
  'customerData.identity': 'Who the customer is on the way',
  'customerData.noKey': 'nobody says how the customer is recognised',
  'customerData.notKnownBy': 'no touchpoint says by what',
  'customerData.same': 'Recognised by the same key at both ends.',
  'customerData.joined': 'Recognised: the two keys come together in {name}.',
  'customerData.joinedSomewhere': 'Recognised: the two keys come together on the way.',
  'customerData.not-recognised':
    'Not recognised: the record arrives, and nothing on the way brings the two keys together.',
  'customerData.unstated': 'Not known: an end does not say how the customer is recognised.',
} as const;
