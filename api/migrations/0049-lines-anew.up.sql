-- A second report writes its added lines anew, and names their devices after: what they are of is judged when both are there.
alter table order_device alter constraint order_device_line_of_its_order deferrable initially deferred;
