import { expect, test } from 'vitest';
import { pictureKind } from '../../src/ui/pictures/pictureKind';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test('EVD-2 what a file begins with says what it is', () => {
  expect(pictureKind(bytes('\x89PNG\r\n\x1a\n....'))).toBe('image/png');
  expect(pictureKind(bytes('\xff\xd8\xff\xe1........'))).toBe('image/jpeg');
  expect(pictureKind(bytes('GIF89a......'))).toBe('image/gif');
  expect(pictureKind(bytes('RIFF\x10\x20\x00\x00WEBP'))).toBe('image/webp');
  for (const other of [
    '',
    '<svg xmlns="',
    '<?xml version',
    'RIFF\x10\x20\x00\x00WAVE',
    '\x89PNG',
    '%PDF-1.7....',
  ])
    expect(pictureKind(bytes(other))).toBeNull();
});
