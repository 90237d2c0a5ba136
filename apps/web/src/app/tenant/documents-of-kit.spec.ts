import { describe, expect, it } from '@jest/globals';
import { documentAccept, largestDocument, uploadDocument } from '@plumbline/documents/schema';
import { attachable, attachedDocument } from '@plumbline/ui';

describe('documents as their thing and the kit see them', () => {
  it('are what the kit reads', () => {
    expect(attachedDocument.safeParse(uploadDocument.example.response)).toMatchObject({ success: true });
  });

  it('are sent to where they are taken', () => {
    expect(uploadDocument.path).toBe('/tenants/:tenant/documents');
  });

  it('are offered as they are taken', () => {
    expect(attachable).toEqual({ accept: documentAccept, maxBytes: largestDocument });
  });
});
