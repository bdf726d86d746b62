# frozen_string_literal: true

module Liquid
  class Drop
    attr_writer :context

    def self.invokable?(name) = invokable_methods.include?(name.to_s)

    def self.invokable_methods
      @invokable_methods ||= begin
        hidden = Drop.public_instance_methods + [:each]
        hidden += Enumerable.public_instance_methods - %i[sort count min max min_by max_by first include?] if include?(Enumerable)
        Set.new(["to_liquid"] + (public_instance_methods - hidden).map(&:to_s))
      end
    end

    def liquid_method_missing(_name) = nil

    def invoke_drop(name)
      return liquid_method_missing(name) unless self.class.invokable?(name)

      Utterson.wants_arguments?(self, name) ? nil : public_send(name)
    end
    alias [] invoke_drop

    def key?(_name) = true

    def to_liquid = self

    def to_s = self.class.name
  end
end
