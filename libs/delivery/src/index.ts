export { createDelivery, type Delivery, type DeliveryOptions } from './create-delivery';
export { tokenIdentity } from './send-claimed';
