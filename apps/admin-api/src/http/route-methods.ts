import type { MethodsOf } from '../errors/error.filter.js';
import type { HttpServer } from './http.js';

/** Remembers every route as it is added, so that a known path under a wrong method is told from an unknown path. */
export function watchRoutes(server: HttpServer): MethodsOf {
  const methodsByPattern = new Map<string, Set<string>>();
  server.addHook('onRoute', ({ url, method }) => {
    const methods = methodsByPattern.get(url) ?? new Set<string>();
    for (const one of typeof method === 'string' ? [method] : method) methods.add(one);
    methodsByPattern.set(url, methods);
  });
  return (path) => [
    ...new Set([...methodsByPattern].filter(([pattern]) => fits(pattern, path)).flatMap(([, methods]) => [...methods])),
  ];
}

function fits(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  // Wildcards are those of static files and of the catch-all of the framework: no methods of ours.
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => (part.startsWith(':') ? given[index] !== '' : part === given[index]))
  );
}
