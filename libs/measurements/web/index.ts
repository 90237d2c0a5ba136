export { kpiFileRoutes } from './files/routes';
