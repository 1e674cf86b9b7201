export { controllers } from './app.module.js';
export { permissions, permissionsOf, type Permission } from './auth/permissions.js';
export { caseNames } from './cases/case-sentences.vi.js';
export { routeAccessKey, type RouteAccess } from './auth/route-access.js';
