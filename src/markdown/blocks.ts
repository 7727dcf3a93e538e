// Blocks: what both readers produce; the types are those of the model, because edits are made of the places of blocks.

export type { Blocks, Heading, ListItem } from "../model/blocks.js";
export type { Alignment, Row, Table } from "../model/table.js";
