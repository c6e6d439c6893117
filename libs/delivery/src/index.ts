export { createDelivery, type Delivery, type DeliveryOptions } from './create-delivery';
export { openToken, tokenIdentity } from './send-claimed';
