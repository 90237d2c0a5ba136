/**
 * project.json of a part of a thing: the tags that the boundaries go by.
 *
 * @param {import('./words.mjs').Words} words
 * @param {'schema' | 'server' | 'web'} layer
 * @returns {Record<string, string>}
 */
export function projectFile({ things }, layer) {
  const folder = `libs/${things}/${layer}`;
  const project = {
    name: `${things}-${layer}`,
    $schema: '../../../node_modules/nx/schemas/project-schema.json',
    projectType: 'library',
    sourceRoot: folder,
    tags: [`thing:${things}`, `layer:${layer}`],
  };
  return { [`${folder}/project.json`]: `${JSON.stringify(project, null, 2)}\n` };
}
