// Template: an empty topic table.

export const blank = `# Roadmap

| Topic | Phase # | Date Started | Date Finished | Comments | Status | Resources | Deliverables | Proof of Work Link |
|---|---|---|---|---|---|---|---|---|
`;
