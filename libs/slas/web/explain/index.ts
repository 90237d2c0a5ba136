export { ExplainDrawer } from './explain-drawer';
