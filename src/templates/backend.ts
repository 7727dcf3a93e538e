// Template: backend engineering, from one HTTP server to reliable services.

export const backend = `# Backend Engineering Roadmap

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
