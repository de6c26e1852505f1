/** How a bench moves a page that is measured against: each of these pages says what the words mean there. */
declare global {
  /** Changes a card's title as a colleague's edit would. */
  var editTitle: (id: string, title: string) => void;
  /** Brings a part of the map into view, or selects all of it. */
  var show: (what: 'all' | 'full size' | 'everything selected') => Promise<void>;
  /** The middle of a card that lies well inside the window; absent where cards are elements of the page. */
  var cardOnScreen: (() => { readonly x: number; readonly y: number } | null) | undefined;
}

export {};
