import type { CheckTexts } from './texts';

/** What every rule is called, and what would mend it, in English. */
export const englishRules: CheckTexts['rules'] = {
  broken: {
    title: 'The story breaks: nothing that is known reaches the next touchpoint',
    mend: 'Draw a live data flow from a system that holds what is known to one that is looked into next, or let both touchpoints use one system.',
  },
  late: {
    title: 'What is known arrives after the customer',
    mend: 'Make the slowest hop of the route faster, for instance an event instead of a nightly file.',
  },
  'by-hand': {
    title: 'What is known arrives only because somebody carries it over by hand',
    mend: 'Let a data flow do what is done by hand.',
  },
  'not-recognised': {
    title: 'The record arrives, but the person is not recognised',
    mend: 'Let a system or a flow on the route join on the key of either end.',
  },
  'asked-again': {
    title: 'The customer is asked again for what they have already given',
    mend: 'Add the data object to every flow of a route, or draw a route that carries it.',
  },
  'asked-twice': {
    title: 'The customer is asked for the same thing twice',
    mend: 'Capture the data object once and let the later touchpoint read it.',
  },
  unavailable: {
    title: 'A touchpoint needs what nothing before it captures',
    mend: 'Capture the data object at an earlier touchpoint, or do not count on it here.',
  },
  'no-owner': {
    title: 'Nobody is accountable',
    mend: 'Make one party accountable.',
  },
  'several-owners': {
    title: 'More than one party is accountable',
    mend: 'Settle on one; the others can be responsible, consulted or informed.',
  },
  'hand-over': {
    title: 'The customer is handed from one function to another',
    mend: 'Agree on what has to be known after the hand-over. Where the step is torn as well, the two functions mend it together.',
  },
  'no-it-owner': {
    title: 'Nobody from IT answers for a system',
    mend: 'Make a party from IT accountable or responsible.',
  },
  'no-business-owner': {
    title: 'Nobody from the business answers for a system',
    mend: 'Make a party from the business accountable or responsible.',
  },
  'not-sanctioned': {
    title: 'The journey depends on a system that is not sanctioned',
    mend: 'Sanction the system, or move the touchpoints to one that is.',
  },
  'not-used': {
    title: 'A sanctioned system serves no touchpoint',
    mend: 'Attach the system to the touchpoints that use it, or ask whether it is needed.',
  },
  'not-in-catalogue': {
    title: 'The journey uses a system that the catalogue does not know',
    mend: 'Enter the system in the catalogue, or join it with the entry it is.',
  },
  'no-lawful-basis': {
    title: 'Personal data travels without a lawful basis',
    mend: 'State the lawful basis on the data flow, or leave the personal data out of it.',
  },
  'no-purpose': {
    title: 'Personal data travels without a stated purpose',
    mend: 'State the purpose on the data flow, or leave the personal data out of it.',
  },
  'into-not-sanctioned': {
    title: 'Personal data goes into a system that is not sanctioned',
    mend: 'Sanction the system, or let the flow end in one that is.',
  },
  'not-cleared': {
    title: 'Data goes into a system that is not cleared for it',
    mend: 'Clear the system for the data, or leave the data out of the flow.',
  },
  'other-region': {
    title: 'Personal data goes to another region',
    mend: 'Keep the data in its region, or make sure of the ground for the transfer (GDPR Art. 44 and following).',
  },
  'used-before-captured': {
    title: 'Personal data is used before the customer has given it',
    mend: 'Capture the data object earlier, or use it later.',
  },
  'no-retention': {
    title: 'Nothing says how long personal data is kept',
    mend: 'State how long the data object is kept.',
  },
  'requirement-without-measure': {
    title: 'A requirement does not say how one will see that it helped',
    mend: 'State a measure.',
  },
  'requirement-without-date': {
    title: 'A requirement does not say by when it is needed',
    mend: 'State a date.',
  },
  'requirement-unanswered': {
    title: 'A requirement has no answer yet',
    mend: 'Accept the requirement, or decline it with a reason.',
  },
  'requirement-overdue': {
    title: 'A requirement is overdue',
    mend: 'Deliver what was asked for, or agree on another date.',
  },
  'end-deleted': {
    title: 'Something was joined to what somebody else had deleted',
    mend: 'Bring the deleted record back, or delete what was joined to it.',
  },
  unknown: {
    title: 'Nobody can say whether the story goes on',
    mend: 'Attach the systems the touchpoint works with, or mark it as needing none.',
  },
};
