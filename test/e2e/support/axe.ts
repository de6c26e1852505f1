import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** WCAG 2.2 A and AA and axe's own good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeViolation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Fails when axe finds anything on the page as it is now; names rule, element and reason. */
export async function expectNoAxeFindings(page: Page): Promise<void> {
  // Evaluated by the debugger, so the page keeps its content-security policy.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async (values): Promise<AxeViolation[]> => {
    const { axe: injected } = globalThis as unknown as {
      axe: { run(context: Document, options: object): Promise<{ violations: AxeViolation[] }> };
    };
    const result = await injected.run(document, { runOnly: { type: 'tag', values } });
    return result.violations;
  }, tags);
  const findings = violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${violation.help}\n  ${node.html}\n  ${node.failureSummary ?? ''}`,
    ),
  );
  expect(findings, `axe at ${page.url()}`).toEqual([]);
}
