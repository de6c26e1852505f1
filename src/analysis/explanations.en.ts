import type { FindingKind } from './finding';
import type { Explanation } from './sentences';

/** What every kind of finding means, in English. */
export const explanations: { readonly [K in FindingKind]: Explanation } = {
  broken: {
    customer: 'At this step the company has forgotten everything: the customer starts from the beginning.',
    it: 'No live data flow, direct or through other systems, leads from where the data lies to where it is needed.',
  },
  late: {
    customer:
      'The customer is there before their story is: for a while the company does not know what they said.',
    it: 'There is a route, but its slowest hop takes longer than the customer does between the two touchpoints.',
  },
  'by-hand': {
    customer: 'It works on a good day: whether the story goes on depends on somebody copying it in time.',
    it: 'Every route has a hop that somebody types in or carries over. It does not scale, and errors creep in.',
  },
  'not-recognised': {
    customer:
      'The company has the record and does not know that it is this customer’s: they are a stranger again.',
    it: 'The two ends identify people by different keys, and nothing on the route matches one to the other.',
  },
  'asked-again': {
    customer: 'The customer has said this already and has to say it once more.',
    it: 'The data is captured upstream, but no route whose flows carry this item reaches a system read here.',
  },
  'asked-twice': {
    customer: 'The same question comes twice on one way through the journey.',
    it: 'Two touchpoints of one path capture the same data object; the two copies can come to differ.',
  },
  unavailable: {
    customer: 'The company would have to know this to serve the customer well here, and has no way to.',
    it: 'A data object is needed here that no touchpoint upstream captures.',
  },
  'no-owner': {
    customer: 'When something goes wrong here, nobody in the company feels meant.',
    it: 'No accountable party is named: nobody decides about changes, outages or data here.',
  },
  'several-owners': {
    customer: 'Two answers to one question, or none, because each side waits for the other.',
    it: 'More than one party is accountable. Decisions need one; the others can be responsible or consulted.',
  },
  'hand-over': {
    customer:
      'From here on somebody else takes care of the customer; what was promised before must be known after.',
    it: 'The owning function changes at this step. Hand-overs are where interfaces and agreements are needed most.',
  },
  'no-it-owner': {
    customer: 'A tool the customer meets has nobody who keeps it running and safe.',
    it: 'The business answers for the system alone: operation, security and integration have no contact in IT.',
  },
  'no-business-owner': {
    customer: 'Nobody speaks for what the customer needs from this system.',
    it: 'IT answers for the system alone: there is nobody to set priorities or to accept changes.',
  },
  'not-sanctioned': {
    customer: 'Part of the experience hangs on a tool that may be switched off or leak data.',
    it: 'The system is in use without IT standing behind it: no support, no security review, no exit plan.',
  },
  'not-used': {
    customer: 'Money goes into something the customer never meets, or the map does not show where they do.',
    it: 'An official system serves no touchpoint of this journey. A candidate for retiring, or for a missing link on the map.',
  },
  'not-in-catalogue': {
    customer: 'The customer’s way depends on a system the company has no books on.',
    it: 'The system is used on the journey and missing from the catalogue: shadow IT, or an entry to be made.',
  },
  'no-lawful-basis': {
    customer: 'Nobody can tell the customer why their data may be passed on here.',
    it: 'Personal data needs a lawful basis of GDPR Art. 6 for this processing; none is recorded.',
  },
  'no-purpose': {
    customer: 'Nobody can tell the customer what their data is passed on for.',
    it: 'Personal data may be processed only for stated purposes (GDPR Art. 5(1)(b)); none is recorded.',
  },
  'into-not-sanctioned': {
    customer: 'Personal data ends up in a tool that nobody has checked.',
    it: 'A flow carries personal data into a system that IT only tolerates or does not know.',
  },
  'not-cleared': {
    customer: 'Sensitive data lies where it is protected less well than it should be.',
    it: 'The data’s classification is above what the receiving system is cleared for.',
  },
  'other-region': {
    customer: 'The customer’s data goes to a place where other rules protect it.',
    it: 'A transfer between regions needs its own grounds (GDPR Chapter V) and is worth avoiding.',
  },
  'used-before-captured': {
    customer: 'The company uses something the customer has not told it yet: that surprises at best.',
    it: 'Personal data is needed at a touchpoint before the one that captures it. Where does it come from?',
  },
  'no-retention': {
    customer: 'Nobody can tell the customer when their data will be gone.',
    it: 'Without a retention period nothing can be deleted on time (GDPR Art. 5(1)(e)).',
  },
  'requirement-without-measure': {
    customer: 'Nobody will be able to tell whether it got better for the customer.',
    it: 'Without a measure there is no test for done.',
  },
  'requirement-without-date': {
    customer: 'Nobody knows when it will get better for the customer.',
    it: 'Without a date it cannot be planned against anything else.',
  },
  'requirement-unanswered': {
    customer: 'What would help the customer waits for an answer.',
    it: 'Somebody asks and has heard neither yes nor no. A no with a reason is an answer too.',
  },
  'requirement-overdue': {
    customer: 'What would have helped the customer by now is not there yet.',
    it: 'The date has passed: deliver, agree on a new date, or decline with a reason.',
  },
  'end-deleted': {
    customer: 'Nothing yet: two people changed the map at the same time and did not see each other.',
    it: 'A relation points at a record that had been deleted. Bring the record back, or delete the relation.',
  },
};
