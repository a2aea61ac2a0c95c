/** The prose at the head of schemas/README.md. Text only. */

export const REFERENCE_INTRODUCTION = `# The catalogue

Generated from the files of this directory by \`npm run generate\`; do not edit.

These files say what a Flex statement can hold: one file for each section, named by its XML element.
They are data that any language can read.

- \`<Section>.json\`: the section and its row elements. Each row element is one table.
- \`FlexStatement.json\`: the table of the statements themselves.
- \`_vocabulary.json\`: every attribute name once, with its type and its meaning where it is known.
- \`_section.schema.json\`: the JSON Schema of a section file, for editors.

## What a file says

| field | meaning |
| --- | --- |
| \`section\` | Name of the container on the wire. The file is named by it. |
| \`aliases\` | Other names of the container. |
| \`containers\` | Elements inside the section that only hold rows. |
| \`flex\` | Reports with the section: Activity (\`AF\`), Trade Confirmation (\`TCF\`). |
| \`ownRow\` | The row element that attributes of the container itself are a row of. |
| \`bareRows\` | \`false\` where a row outside its container must not be taken for this section's. |
| \`rows[].element\`, \`rows[].table\` | Name on the wire, name of the table. |
| \`rows[].grain\` | What a row stands for, and so what a later statement replaces; see below. |
| \`rows[].date\` | The attribute that places an event on a day. |
| \`rows[].notBefore\` | Attributes, best first, whose day the date of an event never precedes. They bound the days that a row without its date may lie on. |
| \`rows[].absentBeside\` | Elements of the section beside whose rows the absence of this one says that there are none of it; all, where the field is missing. Every order has executions, so their absence beside orders says that the query does not select them, and nothing of what there is. |
| \`rows[].keys\` | Natural keys, best first. One holds where all its attributes are present and not empty; where none does, a row is known by its content and its occurrence among identical rows, and an event without any date by the first day of its window besides. The account belongs to every key and is not listed. |
| \`rows[].ofAccount\` | \`false\` where rows belong to no account. |
| \`rows[].why\` | Why this grain and these keys. |
| \`rows[].columns\` | Attributes in the order of the columns: a name, or \`{"name", "type"}\` where the type differs from the vocabulary's. |

The grains:

- \`event\`: something that happened on a day. For each day, the newest statement whose window covers it decides. A row without its date may lie on any day of its statement's window that \`notBefore\` leaves: a newer statement takes it over by its key, and removes it where it covers all of these days.
- \`snapshot\`: the state at the end of the window. For each end date, the newest statement decides.
- \`window\`: a figure about the whole window. For each window, the newest statement decides.
- \`reference\`: facts by key, whatever the query. The newest row stands. Where the natural key is not whole, the content of the row is its key.

The types: \`text\`, \`enum\` (open: never checked against a list), \`codes\` (joined by \`;\` or \`,\`), \`decimal\`, \`boolean\`, \`date\`, \`time\`, \`datetime\`.
A column is named as its attribute in snake_case, a run of capitals being one word: \`ibExecID\` is \`ib_exec_id\`.
An attribute that has no column is kept in \`_extra\`, and a row that has no table in \`unmapped_rows\`.

## Adding a section

1. Write \`<Section>.json\`; begin with \`"$schema": "./_section.schema.json"\` if your editor helps with it.
2. Put attribute names that are new into \`_vocabulary.json\`.
3. Choose the grain by what a row stands for, and name a key only where it is known to be unique within a statement.
4. Add a fixture, and run \`npm run generate\`.

To try a section without changing the package, put the same file into a directory of your own and name it as the overlay: files there take the place of those of their name, and its \`_vocabulary.json\` is merged name by name.
`;
