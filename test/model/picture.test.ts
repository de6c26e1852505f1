import { expect, test } from 'vitest';
import { readRecord, checkFields } from '../../src/model/defineRecord';
import { maxPictureLength, pictureData } from '../../src/model/picture';
import { touchpointDefinition } from '../../src/model/records/touchpoint';
import { readThroughlineFile } from '../../src/interchange/throughline/readThroughlineFile';
import { englishOpening } from '../../src/interchange/words/en/openingWords';
import { seededEntropy } from '../support/testNetwork';
import { tinyPicture } from '../support/tinyPicture';

const good = tinyPicture().data;
const bad: readonly (readonly [why: string, data: string])[] = [
  ['an SVG', `data:image/svg+xml;base64,${btoa('<svg onload="alert(1)"/>')}`],
  ['an SVG called a PNG', `data:image/png;base64,${btoa('<svg onload="alert(1)"/>')}`],
  ['a page', `data:text/html;base64,${btoa('<script>1</script>')}`],
  ['a PNG called a JPEG', good.replace('png', 'jpeg')],
  ['an address of the web', 'https://example.com/a.png'],
  ['something behind it', `${good}" onerror="alert(1)`],
  ['nothing behind its beginning', 'data:image/png;base64,'],
  ['one that is too long', tinyPicture(maxPictureLength + 1).data],
];

test('EVD-6 a picture is a WebP, JPEG or PNG that begins as one', () => {
  expect(pictureData.safeParse(good).success).toBe(true);
  expect(pictureData.safeParse(tinyPicture(maxPictureLength).data).success).toBe(true);
  expect(pictureData.safeParse('data:image/jpeg;base64,/9j/4AAQSkZJRg==').success).toBe(true);
  expect(pictureData.safeParse('data:image/webp;base64,UklGRiQAAABXRUJQ').success).toBe(true);
});

test.each(bad)(
  'EVD-6 %s is refused when written, left out when read, and reported in a file',
  (_why, data) => {
    const item = (id: string, text: string) => ({ id, order: id, data: text, width: 1, height: 1 });
    const pictures = [item('a', good), item('b', data)];
    expect(checkFields(touchpointDefinition, { pictures })).toHaveLength(1);
    expect(readRecord(touchpointDefinition, 't', { pictures: [item('b', data)] }).pictures).toEqual([]);
    const file = { format: 'throughline', version: 1, touchpoints: [{ id: 't', title: 'Pay', pictures }] };
    const read = readThroughlineFile(JSON.stringify(file), 'map.json', seededEntropy(1), englishOpening);
    if (!read.ok) throw new Error(read.refusal.message);
    const kept = (read.file.bundle.touchpoints[0]?.pictures ?? []).map(({ id }) => id);
    expect(kept).not.toContain('b');
    expect(read.report.some(({ pointer }) => pointer?.startsWith('touchpoints[0].pictures'))).toBe(true);
  },
);
