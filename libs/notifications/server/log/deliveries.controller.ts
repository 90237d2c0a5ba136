import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { listDeliveries, viewDelivery } from '@plumbline/notifications/schema';
import { CurrentActor, Handles, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { DeliveriesService } from './deliveries.service';

@Controller()
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesService) {}

  @Handles(listDeliveries)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listDeliveries>) {
    return this.deliveries.list(actor, query);
  }

  @Handles(viewDelivery)
  view(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewDelivery>) {
    return this.deliveries.view(actor, params.deliveryId);
  }
}
