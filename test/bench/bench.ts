/** What is asked of a bench beside its name. A bench that has no use for it measures everything. */
export interface BenchOptions {
  /** Sizes of maps to measure, in touchpoints; all that the bench knows when empty. */
  readonly sizes: readonly number[];
  /** Leaves out the programs it is measured beside. */
  readonly alone: boolean;
}

/** One measurement that can be run by its name. */
export interface Bench {
  readonly name: string;
  /** What it measures, in a line. */
  readonly about: string;
  /** Whether it measures next to programs that the product itself does not need (`peers/`). */
  readonly needsPeers?: boolean;
  /** Measures, next to a baseline in the same run, and returns the figures as text. Cleans up after itself. */
  run(options: BenchOptions): Promise<string>;
}
