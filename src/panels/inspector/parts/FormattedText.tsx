import { createElement, Fragment, type ReactNode } from 'react';
import { readMarkup, type Block, type Piece } from './markup';
import { safeHref } from './safeHref';

/** A long text as its signs mean it. Only addresses of the web and of mail become links. */
export function FormattedText({ text }: { readonly text: string }) {
  // Handed over one by one: lines of a text have no names of their own to be keys.
  return createElement(Fragment, null, ...readMarkup(text).map(drawBlock));
}

function drawBlock(block: Block): ReactNode {
  if (block.kind === 'line')
    return createElement('div', { className: 'formatted-line', dir: 'auto' }, ...block.pieces.map(draw));
  return createElement(
    'ul',
    null,
    ...block.items.map((item) => createElement('li', null, ...item.map(draw))),
  );
}

function draw(piece: Piece): ReactNode {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'bold':
      return createElement('strong', null, ...piece.pieces.map(draw));
    case 'italic':
      return createElement('em', null, ...piece.pieces.map(draw));
    case 'link': {
      const href = safeHref(piece.url);
      const words = piece.pieces.map(draw);
      if (href === null) return createElement(Fragment, null, ...words);
      return createElement('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...words);
    }
  }
}
