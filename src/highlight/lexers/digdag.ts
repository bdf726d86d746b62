import { type Lexer, rule, words } from '../lexer.js';
import { Token } from '../tokens.js';
import { Indentation, yaml } from './yaml.js';

const operators = words(`
  bq bq_ddl bq_extract bq_load call echo embulk emr fail for_each gcs_wait http if loop mail pg py rb redshift
  redshift_load redshift_unload require s3_wait sh td td_ddl td_for_each td_load td_partial_delete td_run td_table_export
  td_wait td_wait_table
`);

/** Digdag's workflows: YAML in which operators (`sh>:`) are keywords. */
export const digdag: Lexer<Indentation> = {
  start: () => new Indentation(),
  states() {
    const states = yaml.states();
    return {
      ...states,
      'block nodes': [
        rule(new RegExp(`(${operators}>|_do|_parallel)(:)(?=\\s|$)`), (run, match) => {
          run.groups(match, Token.KeywordReserved, Token.PunctuationIndicator);
          run.memory.open();
        }),
        ...states['block nodes']!,
      ],
    };
  },
};
