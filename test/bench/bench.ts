/** One measurement that can be run by its name. */
export interface Bench {
  readonly name: string;
  /** What it measures, in a line. */
  readonly about: string;
  /** Measures, next to a baseline in the same run, and returns the figures as text. Cleans up after itself. */
  run(): Promise<string>;
}
