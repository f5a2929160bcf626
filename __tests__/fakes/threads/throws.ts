// Dies of an exception before anybody asks it.
throw new Error('its modules are damaged.');
