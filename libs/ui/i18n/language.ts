export { languageOf } from '@plumbline/api/schema';
