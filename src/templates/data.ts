// Template: data, from a question and a query to pipelines and models that others trust.

export const data = `# Data Engineering and Analysis Roadmap

*Goal: give answers that people act on, and that are right.*

| Topic | Phase # | Date Started | Date Finished | Comments | Status | Resources | Deliverables | Proof of Work Link |
|---|---|---|---|---|---|---|---|---|
| Python for Data | 1 | | | Types, generators, environments, notebooks and modules | Not Started | Python tutorial, Effective Python | A package with tests that cleans one messy file | |
| SQL | 1 | | | Joins, grouping, windows, common table expressions | Not Started | PostgreSQL documentation, SQLBolt | Thirty queries, each with its question | |
| Statistics | 1 | | | Distributions, sampling, intervals, tests and their misuse | Not Started | Think Stats, OpenIntro Statistics | An analysis that says how sure it is | |
| Data Frames | 1 | | | Reshaping, missing values, types, lazy execution | Not Started | Polars and pandas documentation | A notebook that runs from top to bottom | |
| Visualization | 1 | | | Comparisons, scales, color, honesty | Not Started | Fundamentals of Data Visualization | One chart that answered a question | |
| Data Modeling | 2 | | | Grain, facts and dimensions, slowly changing ones | Not Started | The Data Warehouse Toolkit | A star schema for one business process | |
| Columnar Storage | 2 | | | Parquet, Arrow, partitions, compression | Not Started | DuckDB and Apache Parquet documentation | A hundred million rows queried on a laptop | |
| Transformation as Code | 2 | | | Layers, tests, documentation, lineage | Not Started | dbt documentation | A project whose tests run on every change | |
| Orchestration | 2 | | | Schedules, retries, backfills, idempotent tasks | Not Started | Airflow and Dagster documentation | A pipeline that can be run twice | |
| Data Quality | 3 | | | Contracts, freshness, anomalies, ownership | Not Started | Data Quality Fundamentals | Three checks that caught something real | |
| Streaming | 3 | | | Logs, event time, watermarks, exactly once | Not Started | Streaming Systems, Kafka documentation | A count that stays right when events come late | |
| Lakehouse Tables | 3 | | | Snapshots, schema evolution, compaction | Not Started | Apache Iceberg documentation | A table that is read as of last week | |
| Machine Learning Basics | 3 | | | Baselines, validation, leakage, metrics | Not Started | scikit-learn user guide | A model that beats a stated baseline | |
| Privacy and Governance | 4 | | | Minimization, access, retention, deletion | Not Started | GDPR text, OWASP Privacy Risks | A deletion request carried out end to end | |
| Models in Production | 4 | | | Features, drift, monitoring, rollback | Not Started | Designing Machine Learning Systems | A model that raises its own alarm | |
| Cost and Performance | 4 | | | Query plans, partitions, budgets | Not Started | The warehouse's documentation | A bill cut in half, with proof | |

## Phase 1: Answers

- [ ] Answer one question from someone who is not an analyst
- [ ] Find an error in a published chart
- [ ] Repeat an analysis from its description alone

## Phase 2: Pipelines

- [ ] Backfill a month from scratch
- [ ] Document every column of one table
- [ ] Delete a table that no one reads

## Phase 3: Trust

- [ ] Agree on a contract with a team that produces data
- [ ] Let a check stop a release
- [ ] Trace a number back to its source row

## Phase 4: Production

- [ ] Roll a model back within an hour
- [ ] Show someone everything you store about them
- [ ] Write down what you would not build again
`;
