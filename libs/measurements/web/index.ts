export { kpiFileRoutes } from './files/routes';
export { metricRoutes } from './metrics/routes';
