/** The colour families a component can take; set as `data-tone`, which tokens.css resolves to --tone, --tone-soft … */
export type Tone = 'marketing' | 'it' | 'shared' | 'operations' | 'danger' | 'late' | 'neutral';
