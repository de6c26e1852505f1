import type { LucideIcon } from 'lucide-react';
import type { Tone } from './tone';

/** One choice of a combobox. */
export interface ComboboxOption {
  readonly id: string;
  readonly label: string;
  /** What tells it from others of the same name. */
  readonly secondLine?: string | undefined;
  readonly icon?: LucideIcon | undefined;
  /** Draws a swatch of the tone; null draws the empty one ("function not stated"). */
  readonly tone?: Tone | null | undefined;
  /** Heading it stands under. */
  readonly group?: string | undefined;
  /** Other words it is found by. */
  readonly keywords?: readonly string[] | undefined;
  readonly disabled?: boolean | undefined;
}

/** The choices under one heading, or under none. */
export interface ComboboxGroup {
  readonly label: string | null;
  readonly items: readonly ComboboxOption[];
}

const createId = '\u0000create';

/** The choice that creates something with the typed name. */
export function createOption(name: string): ComboboxOption {
  return { id: createId, label: name };
}

/** Whether a choice is the one that creates. */
export function isCreateOption(option: ComboboxOption): boolean {
  return option.id === createId;
}

/**
 * The choices that fit what was typed, best first: the name begins with it, a word of the name does, it is found
 * elsewhere. Case and accents do not matter; every typed word must be found. Equal ones keep their order.
 */
export function filterOptions(options: readonly ComboboxOption[], query: string): readonly ComboboxOption[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return options;
  const ranked = options.map((option) => ({ option, rank: rankOf(option, words) }));
  return ranked
    .filter(({ rank }) => rank !== null)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ option }) => option);
}

function rankOf(option: ComboboxOption, words: readonly string[]): number | null {
  const label = plain(option.label);
  const all = plain([option.label, option.secondLine ?? '', ...(option.keywords ?? [])].join(' '));
  if (!words.every((word) => all.includes(word))) return null;
  const first = words[0] ?? '';
  if (label.startsWith(first)) return 0;
  if (label.includes(` ${first}`)) return 1;
  return label.includes(first) ? 2 : 3;
}

/** Whether a choice of exactly this name exists, so that offering to create it again would make a double. */
export function hasOptionNamed(options: readonly ComboboxOption[], name: string): boolean {
  const wanted = plain(name.trim());
  return options.some((option) => plain(option.label.trim()) === wanted);
}

/** The choices by heading, headings in order of first appearance; those without one come first. */
export function groupOptions(options: readonly ComboboxOption[]): readonly ComboboxGroup[] {
  const groups = new Map<string | null, ComboboxOption[]>([[null, []]]);
  for (const option of options) {
    const label = option.group ?? null;
    const items = groups.get(label);
    if (items) items.push(option);
    else groups.set(label, [option]);
  }
  return [...groups].map(([label, items]) => ({ label, items })).filter(({ items }) => items.length > 0);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
