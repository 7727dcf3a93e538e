// Templates: the texts for a first roadmap, by name; the first line of each is its title.

export const templateNames = ["backend", "frontend", "devops", "data", "blank"] as const;

export type TemplateName = (typeof templateNames)[number];

// Backend engineering, from one HTTP server to reliable services.

const backend = `# Backend Engineering Roadmap

*Goal: build, run and explain a service that other people depend on.*

| Topic | Phase # | Date Started | Date Finished | Comments | Status | Resources | Deliverables | Proof of Work Link |
|---|---|---|---|---|---|---|---|---|
| One Language in Depth | 1 | | | Types, errors, concurrency, the standard library | Not Started | The language's own tour and specification | Three command-line tools with tests | |
| HTTP Fundamentals | 1 | | | Methods, status codes, headers, caching, cookies | Not Started | MDN: HTTP, RFC 9110 | A server on raw sockets that works with curl | |
| Relational Databases and SQL | 1 | | | Schemas, joins, constraints, indexes, query plans | Not Started | PostgreSQL documentation, SQLBolt | A normalized schema with its migrations | |
| REST API Design | 1 | | | Resources, pagination, errors, versioning, OpenAPI | Not Started | OpenAPI specification, RFC 9457 | A CRUD API with a published OpenAPI file | |
| Testing | 2 | | | Unit, integration with a real database, contract tests | Not Started | Testcontainers documentation | A suite that runs on every push | |
| Authentication and Authorization | 2 | | | Sessions, OAuth 2.1, passkeys, roles, tenants | Not Started | OWASP ASVS, OAuth 2.1 draft | Login with sessions and two roles | |
| Transactions and Concurrency | 2 | | | Isolation levels, locks, idempotency keys | Not Started | Designing Data-Intensive Applications, ch. 7 | A transfer endpoint that is safe to retry | |
| Caching | 2 | | | HTTP caching, read-through, invalidation, stampedes | Not Started | MDN: HTTP caching, Redis documentation | A cached endpoint with its hit rate measured | |
| Logs, Metrics and Traces | 2 | | | Structured logs, RED metrics, trace context | Not Started | OpenTelemetry documentation | A dashboard that explains a slow request | |
| Containers | 3 | | | Images, layers, users, health checks | Not Started | Docker documentation | A small image that runs without root | |
| Continuous Delivery | 3 | | | Pipelines, migrations, rollback, feature flags | Not Started | GitHub Actions documentation | One push from commit to production | |
| Queues and Background Work | 3 | | | At-least-once delivery, outbox, dead letters | Not Started | RabbitMQ tutorials, Kafka documentation | A worker that loses nothing when it is killed | |
| API Security | 3 | | | Injection, SSRF, rate limits, secrets, dependencies | Not Started | OWASP API Security Top 10 | A threat model, and its fixes | |
| Distributed Systems | 4 | | | Time, consensus, replication, partitions | Not Started | MIT 6.5840, Designing Data-Intensive Applications | A replicated key-value store | |
| Load and Capacity | 4 | | | Load tests, profiling, back pressure, timeouts | Not Started | k6 documentation, Systems Performance | A report of where it breaks, and why | |
| System Design | 4 | | | Requirements, estimates, trade-offs in writing | Not Started | Google SRE Book | Two design documents that others reviewed | |

## Phase 1: Foundations

- [ ] Read one RFC from start to finish
- [ ] Solve twenty SQL exercises without help
- [ ] Publish your first API under a real domain name

## Phase 2: A Service to Rely On

- [ ] Restore a backup onto an empty machine
- [ ] Find one slow query by its plan and make it fast
- [ ] Have someone review the login code

## Phase 3: Running It

- [ ] Deploy on a Friday, and roll back on purpose
- [ ] Write a runbook for the three most likely failures
- [ ] Kill every process once under load

## Phase 4: Growing It

- [ ] Read three postmortems of other companies
- [ ] Write one of your own
- [ ] Explain the whole system to someone in 15 minutes
`;

// An empty topic table.

const blank = `# Roadmap

| Topic | Phase # | Date Started | Date Finished | Comments | Status | Resources | Deliverables | Proof of Work Link |
|---|---|---|---|---|---|---|---|---|
`;

// Data, from a question and a query to pipelines and models that others trust.

const data = `# Data Engineering and Analysis Roadmap

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

// Platform and operations, from one Linux machine to systems that others deploy to.

const devops = `# DevOps and Platform Roadmap

*Goal: let a team ship many times a day, and sleep at night.*

| Topic | Phase # | Date Started | Date Finished | Comments | Status | Resources | Deliverables | Proof of Work Link |
|---|---|---|---|---|---|---|---|---|
| Linux | 1 | | | Processes, files, permissions, systemd, journald | Not Started | How Linux Works, man pages | A hardened server, written down step by step | |
| Networking | 1 | | | TCP, DNS, TLS, routing, firewalls | Not Started | High Performance Browser Networking | A trace of one request, packet by packet | |
| Shell and Scripting | 1 | | | Pipes, quoting, exit codes, one real language | Not Started | Bash manual, ShellCheck wiki | Three tools that replace work done by hand | |
| Git for Teams | 1 | | | Branches, reviews, bisect, signing, hooks | Not Started | Pro Git | A repository with protected branches | |
| Containers | 2 | | | Namespaces, images, registries, rootless | Not Started | Docker and OCI documentation | A container runtime in a hundred lines | |
| Continuous Integration | 2 | | | Fast feedback, caching, artifacts, provenance | Not Started | GitHub Actions documentation, SLSA | A pipeline under ten minutes | |
| Infrastructure as Code | 2 | | | State, modules, plans, drift, review | Not Started | OpenTofu documentation | An environment that is built and torn down nightly | |
| A Cloud in Depth | 2 | | | Identity, networks, compute, storage, cost | Not Started | The provider's architecture guides | A bill that is explained line by line | |
| Observability | 3 | | | Metrics, logs, traces, alerts worth waking for | Not Started | Prometheus and OpenTelemetry documentation | An alert with its runbook | |
| Kubernetes | 3 | | | Scheduling, services, storage, operators, upgrades | Not Started | Kubernetes documentation | A cluster upgraded without an outage | |
| Delivery | 3 | | | GitOps, canaries, rollback, migrations | Not Started | Argo CD documentation | A release that rolls itself back | |
| Secrets and Supply Chain | 3 | | | Vaults, short-lived credentials, signing, SBOM | Not Started | OWASP, Sigstore documentation | No credential that lives longer than a day | |
| Reliability | 4 | | | SLOs, error budgets, incidents, blameless review | Not Started | Google SRE Book and Workbook | Objectives that a team agreed on | |
| Disaster Recovery | 4 | | | Backups, restores, regions, exercises | Not Started | The provider's reliability guides | A restore that is timed and repeated | |
| Platform Engineering | 4 | | | Golden paths, self-service, documentation as product | Not Started | Team Topologies | A service from template to production in an hour | |

## Phase 1: One Machine

- [ ] Fix a server that does not boot
- [ ] Read every line of one service unit
- [ ] Run your own DNS zone

## Phase 2: Many Machines

- [ ] Rebuild everything from the repository, with no manual steps
- [ ] Halve the time of the slowest pipeline
- [ ] Remove one unused permission each week

## Phase 3: Production

- [ ] Delete every alert that no one acted on
- [ ] Drain a node in the middle of the day
- [ ] Rotate all secrets in an afternoon

## Phase 4: A Platform

- [ ] Run a drill with one region down
- [ ] Write an incident review that names no one
- [ ] Watch someone use your platform without helping
`;

// Frontend engineering, from documents that work without a script to applications that stay fast.

const frontend = `# Frontend Engineering Roadmap

*Goal: build interfaces that everyone can use, on any device and any connection.*

| Topic | Phase # | Date Started | Date Finished | Comments | Status | Resources | Deliverables | Proof of Work Link |
|---|---|---|---|---|---|---|---|---|
| Semantic HTML | 1 | | | Landmarks, headings, forms, tables, metadata | Not Started | MDN: HTML, the HTML Standard | Five pages that validate | |
| Modern CSS | 1 | | | Cascade, layers, grid, flexbox, container queries | Not Started | MDN: CSS, web.dev Learn CSS | A layout from phone to wide screen without a framework | |
| JavaScript in Depth | 1 | | | Scope, closures, promises, modules, iteration | Not Started | javascript.info, MDN: JavaScript | A small library with tests and documentation | |
| The Browser | 1 | | | DOM, events, rendering, storage, developer tools | Not Started | web.dev: Learn, Chrome DevTools documentation | A page profiled, and made twice as fast | |
| TypeScript | 2 | | | Narrowing, generics, unions, strict settings | Not Started | The TypeScript Handbook | The library from phase 1, strictly typed | |
| A Component Framework | 2 | | | State, effects, composition, lists, forms | Not Started | The framework's own tutorial | An application with ten components | |
| Accessibility | 2 | | | Names, roles, focus, contrast, screen readers | Not Started | WCAG 2.2, ARIA Authoring Practices | An audit of the application, and its fixes | |
| Testing Interfaces | 2 | | | By role, in a browser, against a fake server | Not Started | Testing Library and Playwright documentation | Tests of the three most important journeys | |
| Talking to Servers | 2 | | | Fetch, caching, errors, optimistic updates | Not Started | MDN: Fetch, RFC 9111 | A list that works on a bad connection | |
| Build Tools | 3 | | | Bundles, splitting, source maps, environments | Not Started | Vite documentation | A build that is explained file by file | |
| Performance | 3 | | | Core Web Vitals, images, fonts, budgets | Not Started | web.dev: Performance | A budget that fails the build | |
| Security | 3 | | | XSS, CSP, CSRF, dependencies, trusted types | Not Started | OWASP Cheat Sheets, MDN: CSP | A strict content security policy | |
| Server Rendering | 3 | | | Streaming, hydration, routing, forms without scripts | Not Started | The framework's documentation | A page that works before its script loads | |
| Design Systems | 4 | | | Tokens, components, documentation, versions | Not Started | Storybook documentation | A package that two applications use | |
| Internationalization | 4 | | | Plurals, dates, right-to-left, fonts | Not Started | MDN: Intl, Unicode CLDR | The application in two scripts | |

## Phase 1: The Platform

- [ ] Build a page you can use with the keyboard only
- [ ] Rebuild a page you like, with no framework
- [ ] Read the whole accessibility tree of it

## Phase 2: Applications

- [ ] Use the application with a screen reader for an hour
- [ ] Write the tests of one journey before its code
- [ ] Replace a dependency with twenty lines of your own

## Phase 3: Production

- [ ] Measure a page on a five-year-old phone
- [ ] Break the content security policy on purpose, and read the report
- [ ] Follow one real error from the report to the fix

## Phase 4: Scale

- [ ] Document one component so well that no one has to ask
- [ ] Translate a page into a right-to-left language
- [ ] Give a talk about one thing you measured
`;

export const templates: Readonly<Record<TemplateName, string>> = { backend, frontend, devops, data, blank };
