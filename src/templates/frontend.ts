// Template: frontend engineering, from documents that work without a script to applications that stay fast.

export const frontend = `# Frontend Engineering Roadmap

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
