/** One measurement that can be run by its name. */
export interface Bench {
  readonly name: string;
  /** What it measures, in a line. */
  readonly about: string;
  /** Whether it measures next to programs that the product itself does not need (`peers/`). */
  readonly needsPeers?: boolean;
  /** Measures, next to a baseline in the same run, and returns the figures as text. Cleans up after itself. */
  run(): Promise<string>;
}
