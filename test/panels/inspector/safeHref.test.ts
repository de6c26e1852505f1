import { describe, expect, test } from 'vitest';
import { safeHref } from '../../../src/panels/inspector/parts/safeHref';

describe('links that people typed', () => {
  test.each([
    ['https://example.org/study', 'https://example.org/study'],
    ['  http://example.org  ', 'http://example.org/'],
    ['HTTPS://Example.org', 'https://example.org/'],
    ['mailto:care@example.org', 'mailto:care@example.org'],
  ])('%s can be opened', (typed, href) => {
    expect(safeHref(typed)).toBe(href);
  });

  test.each([
    '',
    '   ',
    'example.org',
    '/study',
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    'https://',
  ])('%j is only text', (typed) => {
    expect(safeHref(typed)).toBeNull();
  });
});
