import { describe, expect, test } from 'vitest';
import { goBack, goOn, noTrail, stepsTo, type Place } from '../../../src/panels/inspector/trail';

const pay: Place = { kind: 'touchpoints', id: 'pay' };
const till: Place = { kind: 'systems', id: 'till' };
const team: Place = { kind: 'parties', id: 'team' };

describe('the way back inside the panel', () => {
  test('leads from a touchpoint to its system, on to its owner, and back again', () => {
    const trail = goOn(goOn(noTrail, pay, till), till, team);
    expect(stepsTo(trail, team)).toEqual([pay, till]);
    const back = goBack(trail);
    expect(back.at).toEqual(till);
    expect(stepsTo(back, till)).toEqual([pay]);
    expect(stepsTo(goBack(back), pay)).toEqual([]);
  });

  test('begins at the map too', () => {
    const trail = goOn(noTrail, null, team);
    expect(stepsTo(trail, team)).toEqual([null]);
    expect(goBack(trail)).toEqual({ steps: [], at: null });
  });

  test('is forgotten once something else was selected', () => {
    const trail = goOn(noTrail, pay, till);
    expect(stepsTo(trail, team)).toEqual([]);
    expect(goOn(trail, team, pay)).toEqual({ steps: [team], at: pay });
  });

  test('has an end: back from the beginning stays there', () => {
    expect(goBack(noTrail)).toBe(noTrail);
  });
});
