// Template: platform and operations, from one Linux machine to systems that others deploy to.

export const devops = `# DevOps and Platform Roadmap

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
