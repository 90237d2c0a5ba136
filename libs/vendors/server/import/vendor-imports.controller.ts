import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { CurrentActor, Handles, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { importVendors, previewVendorImport } from '@plumbline/vendors/schema';
import { VendorImportsService } from './vendor-imports.service';

@Controller()
export class VendorImportsController {
  constructor(private readonly imports: VendorImportsService) {}

  @Handles(previewVendorImport)
  preview(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof previewVendorImport>) {
    return this.imports.preview(actor, body);
  }

  @Handles(importVendors)
  import(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof importVendors>) {
    return this.imports.apply(actor, body);
  }
}
