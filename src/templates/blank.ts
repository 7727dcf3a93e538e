// Template: nothing but the table that topics go into.

export const blank = `# Roadmap

| Topic | Phase # | Date Started | Date Finished | Comments | Status | Resources | Deliverables | Proof of Work Link |
|---|---|---|---|---|---|---|---|---|
`;
