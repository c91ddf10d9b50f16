/** A row of a table of the operation as it is typed and sent: texts by column. What is missing is as good as empty. */
export type Row = Record<string, string>;
