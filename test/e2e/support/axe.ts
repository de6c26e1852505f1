import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** WCAG 2.2 A and AA and axe's own good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Base UI keeps the focus in an open list or menu with empty guards that hand it on, hidden from screen readers on purpose;
 * nothing stays focused on them.
 */
const focusGuards = '[data-base-ui-focus-guard]';

/** Where menus, lists and dialogs open: at the end of the page, outside of its landmarks, as their pattern has it. */
const portals = '[data-base-ui-portal]';

interface AxeViolation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly {
    readonly html: string;
    readonly failureSummary?: string;
    /** CSS selectors: one for every frame down to the element. */
    readonly target: readonly string[];
  }[];
}

/**
 * Fails when axe finds anything on the page once it stands still; names rule, element and reason. Colours on their way
 * from one theme to the other are nobody's to judge.
 */
export async function expectNoAxeFindings(page: Page): Promise<void> {
  await page.evaluate(standStill);
  // Evaluated by the debugger, so the page keeps its content-security policy.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async ({ values, guards, outside }): Promise<AxeViolation[]> => {
      const { axe: injected } = globalThis as unknown as {
        axe: { run(context: object, options: object): Promise<{ violations: AxeViolation[] }> };
      };
      const result = await injected.run(
        { include: [['html']], exclude: [[guards]] },
        { runOnly: { type: 'tag', values }, resultTypes: ['violations'] },
      );
      return result.violations
        .map((violation) => ({
          ...violation,
          nodes: violation.nodes.filter(
            ({ target: [selector] }) =>
              violation.id !== 'region' || !document.querySelector(selector ?? '')?.closest(outside),
          ),
        }))
        .filter(({ nodes }) => nodes.length > 0);
    },
    { values: tags, guards: focusGuards, outside: portals },
  );
  const findings = violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${violation.help}\n  ${node.html}\n  ${node.failureSummary ?? ''}`,
    ),
  );
  expect(findings, `axe at ${page.url()}`).toEqual([]);
}

/** Runs in the page: ends when every transition and animation that has an end has reached it. */
async function standStill(): Promise<void> {
  // What reacts to another theme or size does so before the next picture, and may start to move with the one after.
  for (let frame = 0; frame < 2; frame += 1)
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  const moving = (): readonly Animation[] =>
    document
      .getAnimations()
      .filter(
        ({ playState, effect }) =>
          playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
      );
  for (let running = moving(); running.length > 0; running = moving())
    await Promise.allSettled(running.map(({ finished }) => finished));
}
