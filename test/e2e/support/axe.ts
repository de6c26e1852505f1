import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const require = createRequire(import.meta.url);

/** The short form of axe: a browser reads it in a third of the time. */
const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const rules = {
  /** WCAG 2.2 A and AA and axe's own good practice. */
  everything: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  /** What can change with the colours alone: enough for the same screen in the other colour scheme. */
  colours: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
} as const;

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
export async function expectNoAxeFindings(
  page: Page,
  about: keyof typeof rules = 'everything',
): Promise<void> {
  await page.evaluate(standStill);
  // Evaluated by the debugger, so the page keeps its content-security policy.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const violations = await page.evaluate(
    async ({ runOnly, guards, outside }): Promise<AxeViolation[]> => {
      const { axe: injected } = globalThis as unknown as {
        axe: { run(context: object, options: object): Promise<{ violations: AxeViolation[] }> };
      };
      const result = await injected.run(
        { include: [['html']], exclude: [[guards]] },
        { runOnly, resultTypes: ['violations'] },
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
    { runOnly: rules[about], guards: focusGuards, outside: portals },
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
