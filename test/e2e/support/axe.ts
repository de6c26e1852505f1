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

interface AxeViolation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Fails when axe finds anything on the page as it is now; names rule, element and reason. */
export async function expectNoAxeFindings(page: Page): Promise<void> {
  // Evaluated by the debugger, so the page keeps its content-security policy.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async ({ values, guards }): Promise<AxeViolation[]> => {
      const { axe: injected } = globalThis as unknown as {
        axe: { run(context: object, options: object): Promise<{ violations: AxeViolation[] }> };
      };
      const result = await injected.run(
        { include: [['html']], exclude: [[guards]] },
        { runOnly: { type: 'tag', values }, resultTypes: ['violations'] },
      );
      return result.violations;
    },
    { values: tags, guards: focusGuards },
  );
  const findings = violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${violation.help}\n  ${node.html}\n  ${node.failureSummary ?? ''}`,
    ),
  );
  expect(findings, `axe at ${page.url()}`).toEqual([]);
}
